using Builder.Web.Hosting.Health;

namespace Builder.Web.Shell.Security;

/// <summary>Lets in browsers that hold a ticket, gives one to whoever brings the word from the printed address, and tells all others how to get in.</summary>
public sealed class AccessGate(RequestDelegate next, AccessTokens tokens, AccessTickets tickets, ILogger<AccessGate> log)
{
    // What the page of the gate itself is made of, and what says that the server is there. None of it belongs to anybody.
    private static readonly string[] Open = ["/css/", "/assets/", "/_framework/", "/icon.svg", "/api/health"];

    /// <summary>Lets a request pass, or shows the page that says how to get in.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Query["token"] is [{ Length: > 0 } token] && HttpMethods.IsGet(http.Request.Method))
        {
            return Enter(http, token);
        }

        var path = http.Request.Path.Value ?? "/";
        return tickets.Holds(http.Request) || Open.Any(open => path.StartsWith(open, StringComparison.Ordinal)) || path.EndsWith(".styles.css", StringComparison.Ordinal) || OpenToThisMachine.Lets(http)
            ? next(http) : GatePage.Write(http, used: false);
    }

    private Task Enter(HttpContext http, string token)
    {
        var wasIn = tickets.Holds(http.Request);
        if (tokens.TryUse(token))
        {
            tickets.Issue(http);
            AccessLog.LetIn(log, http.Connection.RemoteIpAddress);
        }
        else if (!wasIn)
        {
            AccessLog.Refused(log, http.Connection.RemoteIpAddress);
            return GatePage.Write(http, used: true);
        }

        // The word goes out of the address: it must not stay in the browser's history.
        var rest = QueryString.Create(http.Request.Query.Where(q => q.Key != "token"));
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(LocalPath(http.Request.Path) + rest);
        return Task.CompletedTask;
    }

    // "//elsewhere" would lead to another server.
    private static string LocalPath(PathString path) => "/" + path.ToUriComponent().TrimStart('/', '\\');
}
