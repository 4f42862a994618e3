using System.Globalization;
using Builder.Graph.Data;
using Builder.Storage.Files;

namespace Builder.Web.Pictures;

/// <summary>
/// Small pictures of data sets. Each is made once, when somebody first looks at it, and lies in the project's folder from then on; it is left out when
/// the project is exported, and goes with it.
/// </summary>
public sealed class PictureThumbnails(PictureClient pictures)
{
    private const string Folder = ".thumbnails";
    private const int Side = 96;
    private const int VersionLetters = 16;
    private const int MostVersions = 8;

    /// <summary>The picture of a row as a PNG file; null where there is no such row.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="source">The source of the data set.</param>
    /// <param name="fingerprint">The fingerprint of the source's files.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Builder.Datasets.DataException">It cannot be read.</exception>
    public async Task<byte[]?> OfAsync(string projectFolder, DataSource source, string fingerprint, int row, CancellationToken ct = default)
    {
        var all = Path.Combine(projectFolder, Folder);
        var folder = Path.Combine(all, fingerprint[..Math.Min(VersionLetters, fingerprint.Length)]);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{row}-{Side}.png"));
        if (await ReadAsync(file, ct) is { } made)
        {
            return made;
        }

        if (await pictures.ThumbnailAsync(projectFolder, source, fingerprint, row, Side, ct) is not { } png)
        {
            return null;
        }

        Keep(all, folder, file, png);
        return png;
    }

    private static async Task<byte[]?> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, ct) : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Not synced to the disk: what a power cut takes is made again.
    private static void Keep(string all, string folder, string file, byte[] png)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                foreach (var old in new DirectoryInfo(all).GetDirectories().OrderByDescending(d => d.LastWriteTimeUtc).Skip(MostVersions))
                {
                    Folders.TryDelete(old.FullName);
                }
            }

            var temporary = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(temporary, png);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // A full disk hides no picture; it is made again the next time.
        }
    }
}
