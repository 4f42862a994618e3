using Builder.Datasets.Numbers;
using Builder.Datasets.Splits;

namespace Builder.Datasets.Import;

/// <summary>
/// What the folders of pictures say. The innermost is the class; folders such as train, val and test, outside the classes or inside them, say what a picture is for and
/// are no classes. Folders that are around all pictures say nothing.
/// </summary>
/// <param name="Classes">The class of each picture; null for one that lies in no folder of its own.</param>
/// <param name="Parts">The folder that says what each picture is for, as it is written; null where none does.</param>
internal sealed record PictureFolders(string?[] Classes, string?[] Parts)
{
    /// <summary>Whether the folders say which pictures are learned from and which are held back.</summary>
    public bool HaveParts { get; private init; }

    /// <summary>Reads the paths of all pictures, which have forward slashes.</summary>
    public static PictureFolders Of(IReadOnlyList<string> files)
    {
        var paths = files.Select(file => file.Split('/')[..^1]).ToArray();
        var around = Around(paths);
        var folders = paths.Select(path => path[around..]).ToArray();
        var level = PartLevel(folders);
        var read = folders.Select(path => Read(path, level >= 0 ? level : level == EachItsOwn ? Array.FindIndex(path, IsPart) : path.Length)).ToArray();
        var parts = read.Select(r => r.Part).OfType<string>().Distinct(StringComparer.Ordinal).Select(PartNames.Of).ToHashSet();
        return new([.. read.Select(r => r.Class)], [.. read.Select(r => r.Part)]) { HaveParts = parts.Contains(Part.Train) && parts.Count > 1 };
    }

    private const int EachItsOwn = -1;
    private const int None = -2;

    /// <summary>At which level folders are parts. A class may be called "train" as well, so that all folders of a level have to be parts, or nearly all and of two kinds.</summary>
    private static int PartLevel(string[][] folders)
    {
        var inFolders = folders.Where(path => path.Length > 0).ToArray();
        if (inFolders.Length == 0)
        {
            return None;
        }

        for (var level = 0; level < inFolders.Max(path => path.Length); level++)
        {
            var named = inFolders.Where(path => path.Length > level && IsPart(path[level])).ToArray();
            if (named.Length == inFolders.Length
                || (NearlyAll.Fit(named.Length, inFolders.Length - named.Length, 0) && named.Select(path => PartNames.Of(path[level])).Distinct().Count() > 1))
            {
                return level;
            }
        }

        return Array.TrueForAll(inFolders, path => Array.Exists(path, IsPart)) ? EachItsOwn : None;
    }

    private static (string? Class, string? Part) Read(string[] path, int level) =>
        level < 0 || level >= path.Length || !IsPart(path[level]) ? (path.LastOrDefault(), null)
        : (level == path.Length - 1 ? path.ElementAtOrDefault(level - 1) : path[^1], path[level]);

    private static bool IsPart(string folder) => PartNames.Of(folder) is not null;

    private static int Around(string[][] paths)
    {
        var (first, around) = (paths[0], 0);
        while (around < first.Length && Array.TrueForAll(paths, path => path.Length > around && path[around] == first[around]))
        {
            around++;
        }

        return around;
    }
}
