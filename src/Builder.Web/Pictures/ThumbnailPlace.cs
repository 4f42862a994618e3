using System.Globalization;
using Builder.Graph.Data;
using Builder.Storage.Files;

namespace Builder.Web.Pictures;

/// <summary>The file in which the small picture of a row lies, or is to lie.</summary>
/// <param name="project">The project's folder.</param>
/// <param name="source">The source of the data set.</param>
/// <param name="fingerprint">The fingerprint of the source's files.</param>
/// <param name="row">The row, from 0.</param>
internal sealed class ThumbnailPlace(string project, DataSource source, string fingerprint, int row)
{
    /// <summary>Pixels that the longer side has at most.</summary>
    public const int Side = 96;

    /// <summary>Data sets, or states of their files, of which a project keeps small pictures.</summary>
    public const int MostVersions = 8;

    private const string Folder = ".thumbnails";
    private const int VersionLetters = 16;

    public string Project => project;

    public DataSource Source => source;

    public string Fingerprint => fingerprint;

    public int Row => row;

    public string FilePath { get; } = PathOf(project, fingerprint, string.Create(CultureInfo.InvariantCulture, $"{row}-{Side}.png"));

    /// <summary>Bytes of the picture; null where it was not made yet.</summary>
    public long? Length => new FileInfo(FilePath) is { Exists: true } made ? made.Length : null;

    /// <summary>Keeps a picture.</summary>
    /// <returns>False where it cannot be kept: a full disk hides no picture, it is made again the next time.</returns>
    public bool Keep(byte[] png) => Keep(project, FilePath, png);

    /// <summary>The file of that name about the pictures of a source, beside their small ones.</summary>
    public static string PathOf(string project, string fingerprint, string name) => Path.Combine(project, Folder, fingerprint[..Math.Min(VersionLetters, fingerprint.Length)], name);

    /// <summary>Keeps a file beside the small pictures. Not synced to the disk: what a power cut takes is made again.</summary>
    /// <returns>False where it cannot be kept.</returns>
    public static bool Keep(string project, string file, byte[] content)
    {
        try
        {
            var folder = Path.GetDirectoryName(file)!;
            if (!Directory.Exists(folder))
            {
                // A page may still show a project whose folder is gone; it is not to come back for this.
                if (!Directory.Exists(project))
                {
                    return false;
                }

                Directory.CreateDirectory(folder);
                foreach (var old in new DirectoryInfo(folder).Parent!.GetDirectories().OrderByDescending(d => d.LastWriteTimeUtc).Skip(MostVersions))
                {
                    Folders.TryDelete(old.FullName);
                }
            }

            var temporary = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, file, overwrite: true);
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
