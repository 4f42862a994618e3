using Microsoft.AspNetCore.Authentication;

namespace Builder.Web.Shell.Security;

/// <summary>Gives a session to whoever brings the word from the printed address. Who may see what is decided behind it, by the endpoints' own metadata.</summary>
public sealed class AccessGate(RequestDelegate next, AccessTokens tokens, BrowserSessions sessions, EntryAttempts attempts, ILogger<AccessGate> log)
{
    /// <summary>Lets a request pass, or uses up the word that it brings.</summary>
    public Task InvokeAsync(HttpContext http) =>
        http.Request.Query["token"] is [{ Length: > 0 } token] && HttpMethods.IsGet(http.Request.Method) ? EnterAsync(http, token) : next(http);

    private async Task EnterAsync(HttpContext http, string token)
    {
        var wasIn = (await http.AuthenticateAsync()).Succeeded;
        var isRight = tokens.TryUse(token);
        if (!isRight && !wasIn)
        {
            attempts.Failed();
            AccessLog.Refused(log, http.Connection.RemoteIpAddress);
            await GatePage.Write(http, used: true);
            return;
        }

        if (isRight && !wasIn)
        {
            AccessCookie.Give(http, (await sessions.OpenAsync(AccessCookie.BrowserOf(http.Request), PeerUser.Of(http))).Secret);
            AccessLog.LetIn(log, http.Connection.RemoteIpAddress);
        }

        // The word goes out of the address: it must not stay in the browser's history.
        var rest = QueryString.Create(http.Request.Query.Where(q => q.Key != "token"));
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(LocalPath(http.Request.Path) + rest);
    }

    // "//elsewhere" would lead to another server.
    private static string LocalPath(PathString path) => "/" + path.ToUriComponent().TrimStart('/', '\\');
}
