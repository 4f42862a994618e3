namespace Builder.Web.Shell.Security;

/// <summary>The cookie that holds a browser's secret: out of reach of scripts, sent to this server's own pages only.</summary>
public static class AccessCookie
{
    // Browsers take a cookie of this name only over an encrypted connection, and only from the very host that it goes back to.
    private const string HostPrefix = "__Host-";

    /// <summary>Its name. Browsers share cookies between the ports of a machine, so each server has its own.</summary>
    public static string NameFor(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return FormattableString.Invariant($"{(request.IsHttps ? HostPrefix : "")}builder-access-{request.Host.Port ?? (request.IsHttps ? 443 : 80)}");
    }

    /// <summary>Gives a browser its secret, or prolongs it.</summary>
    public static void Give(HttpContext http, string secret) => http.Response.Cookies.Append(NameFor(http.Request), secret, Options(http.Request));

    /// <summary>Takes it back.</summary>
    public static void Take(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request));

    /// <summary>What kind of browser a request comes from, as people call it.</summary>
    public static string BrowserOf(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        string? First(params (string Mark, string Name)[] known) => known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
        var browser = First(("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"));
        var system = First(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"));
        return string.Join(" · ", new[] { browser, system }.OfType<string>());
    }

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        IsEssential = true,
        MaxAge = BrowserSessions.Idle,
        Path = "/",
    };
}
