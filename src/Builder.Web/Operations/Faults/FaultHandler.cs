using Builder.Web.Shell.Faults;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Diagnostics;

namespace Builder.Web.Operations.Faults;

/// <summary>
/// The last resort of every request: what is known gets its status and words; what nobody foresaw gets a number that stands in the log as
/// well. Endpoints answer with <see cref="ApiProblem"/>, pages with a page.
/// </summary>
internal sealed class FaultHandler(ILogger<FaultHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var known = KnownFault.Of(exception);
        var reference = known is { Status: < StatusCodes.Status500InternalServerError } ? null : FaultLog.Note(log, exception, PlaceOf(httpContext));
        var fault = known ?? new(StatusCodes.Status500InternalServerError, "Unforeseen", FaultTexts.Unforeseen(reference!));
        PagePolicy.Apply(httpContext);
        await FaultPage.AnswerAsync(httpContext, fault.Status, fault.Code, fault.Words, reference);
        return true;
    }

    // The pattern, not the address: that may name a file of somebody's.
    private static string PlaceOf(HttpContext http) =>
        (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no endpoint";
}
