using System.IO.Compression;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Runs.Page;
using Builder.Web.Sessions;
using Builder.Web.Shell;

namespace Builder.Web.Evaluate;

/// <summary>Models to take away.</summary>
public static class ModelDownload
{
    private const string Route = "/api/projects/{projectId}/runs/{run}/model.zip";

    /// <summary>The address of a run's model.</summary>
    public static string AddressOf(string projectId, string run) =>
        $"/api/projects/{Uri.EscapeDataString(projectId)}/runs/{Uri.EscapeDataString(run)}/model.zip";

    /// <summary>GET …/model.zip: the folder of the model, to take away.</summary>
    public static void MapModelDownload(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        string projectId, string run, FinishedRunService library, ProjectStore projects, RunStore runs, DataFolder data, HttpContext http, CancellationToken ct)
    {
        if (library.Find(projectId, run) is not { HasModel: true } found || await projects.FindAsync(projectId, ct) is not { } project)
        {
            return Results.NotFound();
        }

        // Made on the disk first: a model may be larger than the memory that the server wants to spare, and a zip is not written in one direction.
        var temporary = new FileStream(
            Path.Combine(data.Uploads, $"model-{Guid.NewGuid():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using (var zip = await ZipArchive.CreateAsync(temporary, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
            {
                foreach (var file in Directory.EnumerateFiles(found.Bundle, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                {
                    await zip.CreateEntryFromFileAsync(file, Path.GetRelativePath(found.Bundle, file).Replace('\\', '/'), CompressionLevel.Fastest, ct);
                }
            }
        }
        catch
        {
            await temporary.DisposeAsync();
            throw;
        }

        var title = await runs.FindAsync(run, ct) is { } summary ? TrainTexts.NameOf(summary) : found.Title;
        temporary.Position = 0;
        return Results.File(temporary, "application/zip", ProjectFileEndpoints.FileName($"{project.Name} - {title.In(UiCookies.Language(http.Request))}", ".zip"));
    }
}
