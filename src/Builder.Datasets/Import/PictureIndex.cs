using Builder.Datasets.Pictures;
using Builder.Datasets.Text;

namespace Builder.Datasets.Import;

/// <summary>Finds pictures by what a table calls them.</summary>
internal sealed class PictureIndex
{
    /// <summary>No picture is called so.</summary>
    public const int None = -1;

    /// <summary>Several are, in different folders.</summary>
    public const int Several = -2;

    private readonly string[][] _paths;
    private readonly ILookup<string, int> _byName;
    private readonly ILookup<string, int> _byStem;
    private readonly ILookup<string, int> _byNumber;

    /// <summary>Takes the paths of all pictures, with forward slashes.</summary>
    public PictureIndex(IReadOnlyList<string> files)
    {
        _paths = [.. files.Select(Segments)];
        _byName = Enumerable.Range(0, _paths.Length).ToLookup(i => _paths[i][^1], StringComparer.Ordinal);
        _byStem = Enumerable.Range(0, _paths.Length).ToLookup(i => Path.GetFileNameWithoutExtension(_paths[i][^1]), StringComparer.Ordinal);
        _byNumber = Enumerable.Range(0, _paths.Length).Where(i => IsNumber(Path.GetFileNameWithoutExtension(_paths[i][^1])))
            .ToLookup(i => WithoutZeros(Path.GetFileNameWithoutExtension(_paths[i][^1])), StringComparer.Ordinal);
    }

    /// <summary>
    /// The picture that is meant; <see cref="None"/> or <see cref="Several"/> where that cannot be told. The name counts, then the name without its ending (pictures are
    /// converted), then a number without leading zeros; of several that are called alike, the one whose folders agree best.
    /// </summary>
    /// <param name="name">What the table says: a path or a name.</param>
    /// <param name="folder">The folder in which the table lies, with forward slashes; empty for the outermost.</param>
    public int Find(string name, string folder)
    {
        var path = Segments(name);
        if (path.Length == 0)
        {
            return None;
        }

        var stem = PictureFile.Counts(path[^1]) ? Path.GetFileNameWithoutExtension(path[^1]) : path[^1];
        int[] found = [.. _byName[path[^1]]];
        found = found.Length > 0 ? found : [.. _byStem[stem]];
        found = found.Length > 0 || !IsNumber(stem) ? found : [.. _byNumber[WithoutZeros(stem)]];
        if (found.Length <= 1)
        {
            return found.Length == 1 ? found[0] : None;
        }

        string[] whole = folder.Length == 0 ? path : [.. Segments(folder), .. path];
        var best = found.GroupBy(picture => Agreeing(_paths[picture], whole)).MaxBy(group => group.Key)!.ToArray();
        return best.Length == 1 ? best[0] : Several;
    }

    private static int Agreeing(string[] one, string[] other)
    {
        var folders = 0;
        while (folders + 1 < Math.Min(one.Length, other.Length) && one[^(folders + 2)] == other[^(folders + 2)])
        {
            folders++;
        }

        return folders;
    }

    // The same whatever the capital letters, slashes and accents are like.
    private static string[] Segments(string path)
    {
        var plain = ComposedLetters.Of(path.Trim().Replace('\\', '/').ToLowerInvariant());
        return [.. plain.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part != ".")];
    }

    private static bool IsNumber(string stem) => stem.Length > 0 && stem.All(char.IsAsciiDigit);

    private static string WithoutZeros(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";
}
