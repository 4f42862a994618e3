using System.Security.Cryptography;
using System.Text;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Web.Sessions;

/// <summary>The files in which the rows of a data set lie.</summary>
internal static class SourceFiles
{
    /// <summary>The paths that a source names, relative to the project's folder.</summary>
    public static IEnumerable<string> Of(DataSource source) => source switch
    {
        TableSource table => [table.Path],
        PicturesSource pictures => [pictures.Path],
        TextSource text => [text.Path],
        IdxSource { Labels: { } labels } idx => [idx.Images, labels],
        IdxSource idx => [idx.Images],
        _ => [],
    };

    /// <summary>A digest of names, sizes and times of all files of a source: another one whenever a file changes, comes or goes.</summary>
    public static string Stamp(string folder, DataSource source)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Of(source).SelectMany(path => Find(folder, path)))
        {
            digest.AppendData(Encoding.UTF8.GetBytes($"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n"));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>
    /// The file of a path, or all files of a folder but the hidden ones, in the order of their names; none where it does not exist, or leads out of the project's
    /// folder: a document may come from anybody, and what lies elsewhere is not even walked over.
    /// </summary>
    public static IEnumerable<FileInfo> Find(string folder, string path) => ProjectPath.Find(folder, path) is not { } full ? []
        : Directory.Exists(full) ? new DirectoryInfo(full).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => !IsHidden(full, f)).OrderBy(f => f.FullName, StringComparer.Ordinal)
        : File.Exists(full) ? [new FileInfo(full)] : [];

    // What was read of a table is kept in such a folder beside it, so that looking at a source would make it another one.
    private static bool IsHidden(string folder, FileInfo file) =>
        Path.GetRelativePath(folder, file.FullName).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'));
}
