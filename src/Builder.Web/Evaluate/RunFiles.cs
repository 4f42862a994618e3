using System.IO.Compression;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Evaluate;

/// <summary>Pictures of runs, and models to take away.</summary>
public static class RunFiles
{
    private const string Prefix = "/api/projects/{projectId}/runs/{run}";

    /// <summary>The address of a PNG file in the folder of a run.</summary>
    public static string PictureUrl(string projectId, string run, string picture) =>
        $"/api/projects/{Uri.EscapeDataString(projectId)}/runs/{Uri.EscapeDataString(run)}/pictures/{string.Join('/', picture.Split('/', '\\').Select(Uri.EscapeDataString))}";

    /// <summary>GET …/pictures/PATH and …/model.zip.</summary>
    public static void MapRunFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Prefix + "/pictures/{**path}", Picture);
        endpoints.MapGet(Prefix + "/model.zip", DownloadAsync);
    }

    private static IResult Picture(string projectId, string run, string path, RunLibrary library, HttpResponse response)
    {
        if (library.FolderOf(projectId, run) is not { } folder)
        {
            return Results.NotFound();
        }

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path));
        if (!file.StartsWith(root, StringComparison.Ordinal) || !file.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || !File.Exists(file))
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "private, max-age=3600";
        return Results.File(file, "image/png", lastModified: File.GetLastWriteTimeUtc(file));
    }

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
