using System.IO.Compression;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Evaluate;

/// <summary>Pictures of runs, and models to take away.</summary>
public static class RunFiles
{
    private const string ModelRoute = "/api/projects/{projectId}/runs/{run}/model.zip";

    /// <summary>The address of a PNG file in the folder of a run.</summary>
    public static string PictureUrl(string run, string picture) =>
        $"/api/runs/{Uri.EscapeDataString(run)}/files/{string.Join('/', picture.Split('/', '\\').Select(Uri.EscapeDataString))}";

    /// <summary>GET …/model.zip: the folder of the model, to take away.</summary>
    public static void MapRunFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ModelRoute, DownloadAsync);

    private static async Task DownloadAsync(string projectId, string run, RunLibrary library, HttpContext http)
    {
        if (library.Find(projectId, run) is not { HasModel: true } found)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"model-{found.Id}.zip\"";

        // Written as it is made: a model may be larger than the memory that the server wants to spare.
        await using var zip = await ZipArchive.CreateAsync(http.Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, http.RequestAborted);
        foreach (var file in Directory.EnumerateFiles(found.Bundle, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(found.Bundle, file).Replace('\\', '/');
            await zip.CreateEntryFromFileAsync(file, name, CompressionLevel.Fastest, http.RequestAborted);
        }
    }
}
