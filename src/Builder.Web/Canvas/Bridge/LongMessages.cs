using System.Text;
using System.Text.Json;
using Builder.Storage;
using Builder.Web.Canvas.Messages;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Faults;
using Microsoft.AspNetCore.Http.Features;

namespace Builder.Web.Canvas.Bridge;

/// <summary>The way in for messages of the canvas client that are too long for the circuit, such as a large paste. What they do comes back as a patch.</summary>
internal static class LongMessages
{
    private const int LongestBody = 24 * 1024 * 1024;

    /// <summary>POST /api/projects/{projectId}/canvas.</summary>
    public static async Task<IResult> ReceiveAsync(string projectId, HttpContext http, ProjectSessions sessions, ILoggerFactory logs)
    {
        var language = UiCookies.Language(http.Request);
        if (await ReadAsync(http) is not { } json)
        {
            return new ApiProblem(StatusCodes.Status413PayloadTooLarge, "TooLarge", CanvasTexts.TooLong);
        }

        try
        {
            if (CanvasJson.Read(json) is not IslandRequest request)
            {
                return new ApiProblem(StatusCodes.Status400BadRequest, "UnknownGesture", CanvasTexts.UnknownGesture);
            }

            var session = await sessions.OpenAsync(projectId, http.RequestAborted);
            var answer = await CommandHandler.CarryAsync(session, request, "canvas", language, logs.CreateLogger(typeof(LongMessages)));
            return Results.Text(CanvasJson.Write(answer), "application/json", Encoding.UTF8);
        }
        catch (StorageException refused)
        {
            return StorageAnswers.Of(refused);
        }
        catch (JsonException)
        {
            return new ApiProblem(StatusCodes.Status400BadRequest, "UnknownGesture", CanvasTexts.UnknownGesture);
        }
    }

    private static async Task<string?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LongestBody)
        {
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestBody;
        }

        try
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            return await reader.ReadToEndAsync(http.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }
}
