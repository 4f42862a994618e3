using System.Globalization;
using System.Text;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Web.Data.Upload;

/// <summary>Turns names that a browser sends into names of files that can do no harm.</summary>
internal static class FileNames
{
    private const int Longest = 100;

    // A disk takes 255, of which a number that keeps names apart may need some.
    private const int MostBytes = 240;
    private const int LongestExtension = 20;
    private const string Fallback = "data";

    // They mean something in addresses.
    private const string Inconvenient = "%#";

    /// <summary>A plain file name without folders, hidden or control characters, which every system can hold; never empty.</summary>
    public static string Safe(string? wish)
    {
        var last = ComposedLetters.Of((wish ?? "").Split('/', '\\')[^1]);
        var kept = new string([.. last.Where(c => !IsUnsafe(c))]).Trim().TrimStart('.', ' ').TrimEnd('.', ' ');
        if (kept.Length > Longest || Encoding.UTF8.GetByteCount(kept) > MostBytes)
        {
            var extension = Extension(kept) is { Length: <= LongestExtension } known ? known : "";
            kept = Cut(kept[..^extension.Length], Longest - extension.Length, MostBytes - Encoding.UTF8.GetByteCount(extension)).TrimEnd('.', ' ') + extension;
        }

        return Path.GetFileNameWithoutExtension(kept).Length == 0 || IsReserved(kept) || !PortableName.IsPortable(kept) ? Fallback + kept : kept;
    }

    /// <summary>
    /// The name, or one with a number where a folder has it already, or has one that differs only by capital letters: most systems hold the two to
    /// be the same, and a project moves between systems.
    /// </summary>
    public static string Unique(string folder, string name)
    {
        var extension = Extension(name);
        var stem = name[..^extension.Length];
        var free = name;
        var taken = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var number = 2; taken.Contains(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{extension}");
        }

        return free;
    }

    /// <summary>The name without its extensions: what a person would call the data.</summary>
    public static string Title(string name) => name[..^Extension(name).Length] is { Length: > 0 } stem ? stem : name;

    /// <summary>The extension in small letters; of packed files both, such as ".csv.gz".</summary>
    public static string Extension(string name)
    {
        var last = Path.GetExtension(name);
        var inner = last.Equals(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetExtension(Path.GetFileNameWithoutExtension(name)) : "";
        return (inner + last).ToLowerInvariant();
    }

    /// <summary>The project's own files and folders are never written by an upload.</summary>
    private static bool IsReserved(string name) =>
        name.StartsWith("project.json", StringComparison.OrdinalIgnoreCase) || name.Equals("runs", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnsafe(char c) =>
        !PortableName.MayHold(c) || !PortableName.IsSeen(c) || char.IsSurrogate(c) || Inconvenient.Contains(c, StringComparison.Ordinal);

    /// <summary>The beginning of a text that is short enough in characters and in bytes; there are no halves of characters in it.</summary>
    private static string Cut(string text, int length, int bytes)
    {
        var cut = text[..Math.Min(text.Length, length)];
        while (Encoding.UTF8.GetByteCount(cut) > bytes)
        {
            cut = cut[..^1];
        }

        return cut;
    }
}
