using Builder.Datasets;
using Builder.Datasets.Import;
using Builder.Datasets.Pictures;
using Builder.Storage;
using Builder.Web.Sessions;

namespace Builder.Web.Data.Pictures;

/// <summary>Shows single pictures of a data set, made small.</summary>
internal static class PictureEndpoint
{
    private const int LongestSide = 96;

    /// <summary>GET /api/projects/{id}/pictures/{row}?set=NAME.</summary>
    public static void MapPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/projects/{id}/pictures/{row:int}", async (
            string id, int row, string set, HttpContext http, ProjectSessions sessions, DataInspections inspections) =>
        {
            try
            {
                var session = await sessions.OpenAsync(id, http.RequestAborted);
                if (session.Document.Data.GetValueOrDefault(set) is not { } dataSet)
                {
                    return Results.NotFound();
                }

                var inspection = await inspections.OfAsync(session.Folder, dataSet.Source, changes: null, http.RequestAborted);
                var pictures = inspection.Table.Columns.OfType<PictureColumn>().FirstOrDefault();
                if (pictures is null || row < 0 || row >= pictures.Count)
                {
                    return Results.NotFound();
                }

                http.Response.Headers.CacheControl = "private, max-age=3600";
                return Results.Bytes(Small(pictures, row), "image/png");
            }
            catch (Exception error) when (error is DataException or StorageException)
            {
                return Results.NotFound();
            }
        });

    private static byte[] Small(PictureColumn pictures, int row)
    {
        var own = pictures.Size(row);
        var scale = Math.Min(1, LongestSide / (double)Math.Max(own.Height, own.Width));
        var size = new PictureSize(own.Channels == 1 ? 1 : 3, Math.Max(1, (int)(own.Height * scale)), Math.Max(1, (int)(own.Width * scale)));
        using var png = new MemoryStream();
        PictureWriting.WritePng(((PictureColumn)pictures.Select([row])).Decode(size), size, png);
        return png.ToArray();
    }
}
