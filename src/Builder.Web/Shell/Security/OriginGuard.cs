using Builder.Web.Shell.Faults;
using Microsoft.Extensions.Primitives;

namespace Builder.Web.Shell.Security;

/// <summary>
/// Lets in only what this server's own pages ask for: the name it is called by must be its own, and a request that says it comes
/// from elsewhere gets nothing. It stands before pages, endpoints, hubs and the line of the pages alike, and is the one rule against forged
/// requests (CSRF) for all of them: no endpoint has a token or a check of its own.
/// </summary>
public sealed class OriginGuard(RequestDelegate next, ServerNames names)
{
    /// <summary>What a program sends that is no browser: no form or link of another site can add a header. One that brings a key in a header need not send it.</summary>
    public const string ProgramHeader = "X-Requested-With";

    private const string NoOrigin = "null";
    private const string SameOrigin = "same-origin";

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
        var (origin, site) = (request.Headers.Origin, request.Headers["Sec-Fetch-Site"]);
        if (origin == NoOrigin)
        {
            // Our pages send no referrer, and so their forms no origin either; the other header cannot be written by any page.
            return site != SameOrigin;
        }

        if (!StringValues.IsNullOrEmpty(origin))
        {
            return !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        }

        if (StringValues.IsNullOrEmpty(site))
        {
            // Every browser of today says one or the other when it sends something.
            return !IsOnlyReading(request.Method) && !request.Headers.ContainsKey(ProgramHeader) && StringValues.IsNullOrEmpty(request.Headers.Authorization);
        }

        // A link on another page may lead here: that is a person going somewhere, and reads nothing out.
        var goesHere = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        return !goesHere && site != SameOrigin && (site != "none" || !IsOnlyReading(request.Method));
    }

    private static bool IsOnlyReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static Task Refuse(HttpContext http, int status, Builder.Graph.Localized words) =>
        new ApiProblem(status, "NotAnswered", words).ExecuteAsync(http);
}
