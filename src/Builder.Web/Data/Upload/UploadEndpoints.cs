using Builder.Datasets;
using Builder.Graph;
using Builder.Storage;
using Builder.Web.Hosting;
using Builder.Web.Hosting.Telemetry;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Faults;
using Microsoft.AspNetCore.Http.Features;

namespace Builder.Web.Data.Upload;

/// <summary>Files come in here as raw request bodies, never through the circuit.</summary>
internal static class UploadEndpoints
{
    private const int ClosedRequest = 499;

    /// <summary>The addresses that take files.</summary>
    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/projects/{id}/files", (string id, string? name, string? replace, HttpContext http, UploadService uploads) =>
            TakeAsync(http, language => uploads.AddAsync(id, http.Request.Body, name, replace, language, http.RequestAborted)))
            .RequireRateLimiting(RequestPolicies.Uploads);
        endpoints.MapPost("/api/projects/from-file", (string? name, HttpContext http, UploadService uploads) =>
            TakeAsync(http, language => uploads.CreateAsync(http.Request.Body, name, language, http.RequestAborted)))
            .RequireRateLimiting(RequestPolicies.Uploads);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, Func<string, Task<UploadedFile>> take)
    {
        var language = UiCookies.Language(http.Request);
        var limits = http.RequestServices.GetRequiredService<UploadLimits>();
        if (http.Request.ContentLength > limits.FileBytes)
        {
            var refusal = UploadProblems.TooLarge(limits.Words);
            return Refused(StatusCodes.Status413PayloadTooLarge, refusal.Code, refusal.Words);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // The limit above is ours and has words; the server's own would only cut the line.
            size.MaxRequestBodySize = null;
        }

        return await AnswerAsync(http, take, language);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Func<string, Task<UploadedFile>> take, string language)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(UploadEndpoints));
        try
        {
            var taken = await ServerMetrics.UploadAsync(() => take(language));
            UploadLog.Taken(log, taken.ProjectId);
            return Results.Json(taken, statusCode: StatusCodes.Status201Created);
        }
        catch (DataException refusal)
        {
            UploadLog.Refused(log, refusal.Code);
            var status = refusal.Code == "upload-too-large" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity;
            return Refused(status, refusal.Code, refusal.Words);
        }
        catch (StorageException refusal)
        {
            UploadLog.NotStored(log, refusal.Code);
            return StorageAnswers.Of(refusal);
        }
        catch (BadHttpRequestException)
        {
            var refusal = UploadProblems.Interrupted();
            return Refused(StatusCodes.Status400BadRequest, refusal.Code, refusal.Words);
        }
        catch (Exception error) when (http.RequestAborted.IsCancellationRequested && error is OperationCanceledException or IOException && !StorageProblems.IsDiskFull(error))
        {
            return Results.StatusCode(ClosedRequest);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var refusal = StorageProblems.NotSaved(error);
            UploadLog.NotStored(log, refusal.Code);
            return StorageAnswers.Of(refusal);
        }
    }

    private static ApiProblem Refused(int status, string code, Localized text) => new(status, code, text);
}
