using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Builder.Web.Shell.Security;

/// <summary>The cookie of a browser that was let in. It is sealed with keys in the data folder, so it holds beyond a restart.</summary>
public sealed class AccessTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);
    private readonly IDataProtector _seal = protection.CreateProtector("Builder.Access.1");

    /// <summary>The cookie's name. Browsers share cookies between the ports of a machine, so each server has its own.</summary>
    public static string CookieName(HttpRequest request) => FormattableString.Invariant($"builder-access-{request.Host.Port ?? (request.IsHttps ? 443 : 80)}");

    /// <summary>True where the browser was let in.</summary>
    public bool Holds(HttpRequest request) => request.Cookies[CookieName(request)] is { } cookie && Opens(cookie);

    /// <summary>Lets the browser in.</summary>
    public void Issue(HttpContext http) => http.Response.Cookies.Append(CookieName(http.Request), Seal(), new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = Life,
        Path = "/",
    });

    /// <summary>A fresh ticket.</summary>
    public string Seal() => _seal.Protect(time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    private bool Opens(string cookie)
    {
        try
        {
            var issued = DateTimeOffset.FromUnixTimeSeconds(long.Parse(_seal.Unprotect(cookie), CultureInfo.InvariantCulture));
            return time.GetUtcNow() - issued < Life;
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            return false;
        }
    }
}
