using Builder.Graph.Data;

namespace Builder.Web.Pictures;

/// <summary>
/// Small pictures of data sets. Each is made once, and lies in the project's folder from then on; it is left out when the project is exported, and
/// goes with it.
/// </summary>
public sealed class PictureThumbnails(PictureClient pictures)
{
    /// <summary>The picture of a row as a PNG file, made now where it was not yet; null where there is no such row.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="source">The source of the data set.</param>
    /// <param name="fingerprint">The fingerprint of the source's files.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="Builder.Datasets.DataException">It cannot be read.</exception>
    public async Task<byte[]?> OfAsync(string projectFolder, DataSource source, string fingerprint, int row, CancellationToken ct = default)
    {
        var place = new ThumbnailPlace(projectFolder, source, fingerprint, row);
        if (await ReadAsync(place.FilePath, ct) is { } made)
        {
            return made;
        }

        if (await DrawAsync(place, ct) is not { } png)
        {
            return null;
        }

        place.Keep(png);
        return png;
    }

    /// <summary>Makes a picture, as a PNG file, and keeps it nowhere; null where there is no such row.</summary>
    /// <exception cref="Builder.Datasets.DataException">It cannot be read.</exception>
    internal Task<byte[]?> DrawAsync(ThumbnailPlace place, CancellationToken ct) =>
        pictures.ThumbnailAsync(place.Project, place.Source, place.Fingerprint, place.Row, ThumbnailPlace.Side, ct);

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
}
