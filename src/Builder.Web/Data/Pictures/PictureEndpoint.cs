using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Storage;
using Builder.Web.Pictures;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Microsoft.Net.Http.Headers;

namespace Builder.Web.Data.Pictures;

/// <summary>Shows single pictures of a data set, made small.</summary>
internal static class PictureEndpoint
{
    /// <summary>The address of a picture. The fingerprint is part of it, so that a picture of an earlier file is never shown.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="dataSet">The data set.</param>
    /// <param name="fingerprint">The fingerprint of the source's files.</param>
    /// <param name="row">The row of the source, from 0.</param>
    public static string AddressOf(string projectId, string dataSet, string fingerprint, int row) =>
        FormattableString.Invariant($"api/projects/{projectId}/pictures/{row}?set={Uri.EscapeDataString(dataSet)}&of={fingerprint[..8]}");

    /// <summary>GET /api/projects/{id}/pictures/{row}?set=NAME.</summary>
    public static void MapPictures(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/projects/{id}/pictures/{row:int}", SendAsync);

    private static async Task<IResult> SendAsync(
        string id, int row, string set, HttpContext http, ProjectSessions sessions, DataInspections inspections, PictureThumbnails thumbnails)
    {
        try
        {
            var session = await sessions.OpenAsync(id, http.RequestAborted);
            if (session.Document.Data.GetValueOrDefault(set) is not { } dataSet)
            {
                return Results.NotFound();
            }

            var table = (await inspections.OfAsync(session.Folder, dataSet.Source, changes: null, http.RequestAborted)).Table;
            if (row < 0 || row >= table.RowCount || !table.Columns.OfType<PictureColumn>().Any())
            {
                return Results.NotFound();
            }

            var tag = new EntityTagHeaderValue($"\"{table.Fingerprint}-{row}\"");
            var isKnown = http.Request.GetTypedHeaders().IfNoneMatch.Contains(tag);
            var png = isKnown ? null : await thumbnails.OfAsync(session.Folder, dataSet.Source, table.Fingerprint, row, http.RequestAborted);

            // Whoever asks again for one that did not come is to reach the server.
            http.Response.Headers.CacheControl = isKnown || png is not null ? "private, max-age=3600" : "no-store";
            return isKnown ? Results.StatusCode(StatusCodes.Status304NotModified) : png is null ? Results.NotFound() : Results.Bytes(png, "image/png", entityTag: tag);
        }
        catch (DataException problem)
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.Json(new { problem.Code, message = problem.Words.In(UiCookies.Language(http.Request)) }, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (StorageException)
        {
            return Results.NotFound();
        }
    }
}
