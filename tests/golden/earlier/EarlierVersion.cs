using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Builder.Tests.Earlier;

/// <summary>
/// What an earlier version of Builder left on the disk, in copies that go with the test, and what that version answered. README.md beside
/// this file says what there is; every suite that opens some of it compiles this file in.
/// </summary>
internal sealed class EarlierVersion : IDisposable
{
    private readonly string _kept;
    private readonly string _copies = Directory.CreateTempSubdirectory("builder-earlier-").FullName;

    /// <summary>A version by the name of its folder.</summary>
    public EarlierVersion(string name)
    {
        _kept = Path.Combine(Folder, name);
        Answers = JsonElement.Parse(File.ReadAllBytes(Kept("answers.json")));
    }

    /// <summary>All versions that are kept, by the names of their folders.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>What the version answered: answers.json.</summary>
    public JsonElement Answers { get; }

    private static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("BUILDER_ROOT") ?? Above(AppContext.BaseDirectory), "tests", "golden", "earlier");

    /// <summary>A list in the answers; empty where this version was not asked.</summary>
    public IEnumerable<JsonElement> List(string name) => Answers.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    /// <summary>A file as it is kept, only for reading.</summary>
    public string Kept(string name) => Path.Combine(_kept, name);

    /// <summary>Unpacks an archive into a new folder and says where.</summary>
    public string Unpack(string archive)
    {
        var folder = Path.Combine(_copies, $"{Directory.GetDirectories(_copies).Length}");
        ZipFile.ExtractToDirectory(Kept(archive), folder);
        return folder;
    }

    /// <summary>
    /// Every document as the version wrote it: of a project (<c>Of</c> is its id) after each of its edits (<c>At</c> is the revision) and
    /// after "undone", one step of undo from the last; and of a run (<c>At</c> is "run").
    /// </summary>
    public IEnumerable<(string Of, string At, byte[] Document)> Documents()
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Kept("documents.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            var kept = JsonElement.Parse(line);
            yield return (kept.GetProperty("of").GetString()!, kept.GetProperty("at").GetString()!, Encoding.UTF8.GetBytes(kept.GetProperty("document").GetString()!));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_copies, recursive: true);

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Builder.sln"))
        ? folder
        : Above(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("There is no Builder.sln above the tests."));
}
