using Builder.Graph;
using Microsoft.AspNetCore.Diagnostics;

namespace Builder.Web.Shell.Faults;

/// <summary>Gives words to refusals of endpoints that have none.</summary>
public static class ApiProblems
{
    private const string Api = "/api";

    /// <summary>A program that asks an endpoint wants its answer, not a page about it, and a reason in words where the endpoint gave none.</summary>
    public static void UseApiProblems(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(Api))
        {
            await next(http);
            return;
        }

        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        await next(http);
        var response = http.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null } && response.ContentLength is null or 0)
        {
            await FaultPage.AnswerAsync(http, response.StatusCode, CodeOf(response.StatusCode), WordsOf(response.StatusCode));
        }
    });

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "NothingHere",
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        StatusCodes.Status400BadRequest => "BadRequest",
        _ => "NotAllowed",
    };

    private static Localized WordsOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => FaultTexts.NothingHere,
        StatusCodes.Status413PayloadTooLarge => FaultTexts.TooLarge,
        StatusCodes.Status400BadRequest => FaultTexts.BadRequest,
        _ => FaultTexts.NotAllowed,
    };
}
