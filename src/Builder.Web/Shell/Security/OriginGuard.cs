using Builder.Web.Hosting.Faults;
using Microsoft.Extensions.Primitives;

namespace Builder.Web.Shell.Security;

/// <summary>
/// Lets in only what this server's own pages ask for: the name it is called by must be its own, and a request that says it comes
/// from elsewhere gets nothing. It stands before pages, endpoints, hubs and the line of the pages alike.
/// </summary>
public sealed class OriginGuard(RequestDelegate next, ServerNames names)
{
    /// <summary>Lets a request pass, or refuses it.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (!names.Knows(http.Request.Host.Host))
        {
            return Refuse(http, StatusCodes.Status421MisdirectedRequest, GateTexts.WrongName);
        }

        return ComesFromElsewhere(http.Request) ? Refuse(http, StatusCodes.Status403Forbidden, GateTexts.WrongOrigin) : next(http);
    }

    /// <summary>True where a request says that it comes from another site, or changes something and cannot say where it comes from.</summary>
    internal static bool ComesFromElsewhere(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (!StringValues.IsNullOrEmpty(origin))
        {
            return !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        }

        // A link on another page may lead here: that is a person going somewhere, and reads nothing out.
        var goesHere = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        return !goesHere && request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin" && site != "none";
    }

    private static Task Refuse(HttpContext http, int status, Builder.Graph.Localized words) =>
        new ApiProblem(status, "NotAnswered", words).ExecuteAsync(http);
}
