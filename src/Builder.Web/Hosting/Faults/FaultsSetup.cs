using Microsoft.AspNetCore.Diagnostics;

namespace Builder.Web.Hosting.Faults;

/// <summary>Registers the one place in which unforeseen errors end.</summary>
public static class FaultsSetup
{
    private const string Api = "/api";

    /// <summary>Its services.</summary>
    public static void AddFaults(this IServiceCollection services)
    {
        // The reference is the one number that people are given; what has none is the same for everybody.
        services.AddProblemDetails(options => options.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions.Remove("traceId"));
        services.AddExceptionHandler<FaultHandler>();
    }

    /// <summary>Stands before everything else.</summary>
    public static void UseFaults(this WebApplication app) => app.UseExceptionHandler();

    /// <summary>A program that asks an endpoint wants its answer, not a page about it, and a reason in words where the endpoint gave none.</summary>
    public static void UseApiProblems(this WebApplication app) => app.Use(async (http, next) =>
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
            await FaultPage.AnswerAsync(http, new(response.StatusCode, CodeOf(response.StatusCode), WordsOf(response.StatusCode)), reference: null);
        }
    });

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "NothingHere",
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        StatusCodes.Status400BadRequest => "BadRequest",
        _ => "NotAllowed",
    };

    private static Graph.Localized WordsOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => FaultTexts.NothingHere,
        StatusCodes.Status413PayloadTooLarge => FaultTexts.TooLarge,
        StatusCodes.Status400BadRequest => FaultTexts.BadRequest,
        _ => FaultTexts.NotAllowed,
    };
}
