using System.Globalization;
using Builder.Graph;
using Builder.Storage;
using Builder.Storage.Exchange;
using Builder.Storage.Files;
using Builder.Storage.Projects;
using Microsoft.AspNetCore.Http.Features;

namespace Builder.Web.Sessions;

/// <summary>Projects as files: one goes out as a zip, and comes in again as a new project.</summary>
public static class ProjectFileEndpoints
{
    /// <summary>Bytes that a project file may have.</summary>
    public const long MostBytes = 10_000_000_000;

    /// <summary>Adds the two addresses.</summary>
    public static void MapProjectFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id}/export", ExportAsync);
        routes.MapPost("/api/projects/import", ImportAsync);
    }

    private static async Task ExportAsync(HttpContext http, string id, ProjectStore projects, ProjectExport export, bool runs = false)
    {
        if (await projects.FindAsync(id, http.RequestAborted) is not { } project)
        {
            await StorageAnswers.Of(StorageProblems.NoProject(), http).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment")
        {
            FileNameStar = FileName(project.Name),
        }.ToString();
        await export.WriteAsync(id, http.Response.BodyWriter.AsStream(leaveOpen: true), runs, http.RequestAborted);
    }

    private static async Task<IResult> ImportAsync(HttpContext http, DataFolder folder, ProjectImport import)
    {
        if (http.Request.ContentLength > MostBytes)
        {
            return Refused(StatusCodes.Status413PayloadTooLarge, TooLarge);
        }

        var upload = Path.Combine(folder.Uploads, ShortId.New() + ".project");
        try
        {
            http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = MostBytes;
            await using (var file = File.Create(upload))
            {
                await http.Request.Body.CopyToAsync(file, http.RequestAborted);
            }

            var project = await import.ReadAsync(upload, http.RequestAborted);
            return Results.Json(new { project.Id, project.Name });
        }
        catch (StorageException refused)
        {
            return Refused(StorageAnswers.StatusOf(refused), refused.Text);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return Refused(tooLarge.StatusCode, TooLarge);
        }
        catch (Exception error) when (StorageAnswers.IsOfTheDisk(error, http))
        {
            var refused = StorageProblems.NotSaved(error);
            return Refused(StorageAnswers.StatusOf(refused), refused.Text);
        }
        finally
        {
            Folders.TryDeleteFile(upload);
        }
    }

    private static Localized TooLarge { get; } = new(
        "The file is larger than 10 GB. Export the project without its runs, or with fewer data.",
        "文件超过 10 GB。请在导出项目时不包含训练记录，或减少数据。");

    private static IResult Refused(int status, Localized message) => Results.Json(new { message }, statusCode: status);

    private static string FileName(string project)
    {
        var name = string.Concat(project.Where(c => !char.IsControl(c) && !Path.GetInvalidFileNameChars().Contains(c) && c is not ('"' or '\\' or ':'))).Trim();
        var information = new StringInfo(name.Length == 0 ? "project" : name);
        return information.SubstringByTextElements(0, Math.Min(information.LengthInTextElements, 60)) + ".builder.zip";
    }
}
