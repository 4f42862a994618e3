using Builder.Datasets;
using Builder.Graph;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Hosting;
using Builder.Web.Pictures;
using Builder.Web.Scores;
using Builder.Web.Sessions;
using Builder.Web.Shell.Faults;
using Microsoft.AspNetCore.Mvc;

namespace Builder.Web.Use.Files;

/// <summary>Files for a model to look at, and files that it made. Uploads are streamed to the disk and never go through the circuit.</summary>
public static class UseFilesEndpoint
{
    private const string Route = "/api/projects/{projectId}/use/files";

    /// <summary>The address of a file.</summary>
    public static string Url(string projectId, string file) => $"/api/projects/{Uri.EscapeDataString(projectId)}/use/files/{file}";

    /// <summary>The address to send a file to.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="kind">"picture" or "table".</param>
    public static string UploadUrl(string projectId, string kind) => $"/api/projects/{Uri.EscapeDataString(projectId)}/use/files?kind={kind}";

    /// <summary>POST …/use/files?kind=picture|table&amp;name=NAME with the file as body, and GET …/use/files/ID.</summary>
    public static void MapUseFiles(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<UseOptions>();
        endpoints.MapPost(Route, TakeAsync).WithMetadata(new RequestSizeLimitAttribute(Math.Max(options.PictureBytes, options.TableBytes) + 1)).RequireRateLimiting(RequestPolicies.Uploads);
        endpoints.MapGet(Route + "/{file}", Give);
    }

    private static async Task<IResult> TakeAsync(
        string projectId, string? kind, string? name, UseFiles files, UseOptions options, PictureClient pictures, ProjectStore projects, HttpRequest request)
    {
        var isPicture = kind == "picture";
        if (!isPicture && kind != "table")
        {
            return Results.NotFound();
        }

        var limit = isPicture ? options.PictureBytes : options.TableBytes;
        if (request.ContentLength > limit)
        {
            return TooLarge(limit);
        }

        try
        {
            if (await projects.FindAsync(projectId, request.HttpContext.RequestAborted) is null)
            {
                throw StorageProblems.NoProject();
            }

            var file = await files.KeepAsync(projectId, name ?? "", request.Body, limit, request.HttpContext.RequestAborted);
            if (isPicture)
            {
                await pictures.CheckAsync(file.Path, file.Name, request.HttpContext.RequestAborted);
            }

            return Results.Ok(new { file.Id });
        }
        catch (DataException problem)
        {
            return Refuse(problem.Code, problem.Words);
        }
        catch (StorageException refused)
        {
            return StorageAnswers.Of(refused);
        }
        catch (FileTooLargeException)
        {
            return TooLarge(limit);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(limit);
        }
        catch (Exception error) when (StorageAnswers.IsOfTheDisk(error, request.HttpContext))
        {
            return StorageAnswers.Of(StorageProblems.NotSaved(error));
        }
    }

    private static IResult Give(string projectId, string file, UseFiles files, HttpResponse response)
    {
        if (files.Find(projectId, file) is not { } found)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "private, max-age=3600";
        response.Headers.XContentTypeOptions = "nosniff";
        return Path.GetExtension(found.Path) switch
        {
            ".png" => Results.File(found.Path, "image/png"),
            ".jpg" or ".jpeg" => Results.File(found.Path, "image/jpeg"),
            ".gif" => Results.File(found.Path, "image/gif"),
            ".bmp" => Results.File(found.Path, "image/bmp"),
            ".csv" => Results.File(found.Path, "text/csv; charset=utf-8", found.Name),
            _ => Results.File(found.Path, "application/octet-stream", found.Name),
        };
    }

    private static ApiProblem Refuse(string code, Localized words, int status = StatusCodes.Status422UnprocessableEntity) => new(status, code, words);

    private static ApiProblem TooLarge(long limit) => Refuse("TooLarge", new(
        $"The file is too large: at most {Figures.Count(limit >> 20)} MB can be taken at a time. Split it, or send a part.",
        $"文件太大：每次最多 {Figures.Count(limit >> 20)} MB。请拆分后分批上传。"), StatusCodes.Status413PayloadTooLarge);
}
