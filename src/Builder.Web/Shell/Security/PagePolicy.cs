using System.Security.Cryptography;

namespace Builder.Web.Shell.Security;

/// <summary>Tells the browser what a page of ours may do: only what comes from this server, and no script written into a page.</summary>
public static class PagePolicy
{
    private const string NonceKey = "builder.nonce";

    /// <summary>The word that the one script written into the page (its import map) carries; new for every answer.</summary>
    public static string NonceOf(HttpContext http) =>
        (string)(http.Items[NonceKey] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)));

    /// <summary>Adds the headers to every answer.</summary>
    public static void UsePagePolicy(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        Apply(http);
        return next(http);
    });

    /// <summary>Adds the headers to one answer.</summary>
    public static void Apply(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(NonceOf(http));
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(), microphone=(), payment=(), usb=()";
    }

    // Attributes named "style" are allowed: Blazor, the canvas and the formulas place things with them. Elements named "style" are not.
    private static string Policy(string nonce) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'self' 'nonce-{nonce}'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' blob:",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
}
