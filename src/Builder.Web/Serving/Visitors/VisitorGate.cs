using System.Security.Cryptography;
using Builder.Storage;
using Builder.Storage.Publishing;
using Builder.Web.Publishing;
using Microsoft.AspNetCore.DataProtection;

namespace Builder.Web.Serving.Visitors;

/// <summary>
/// Decides who may use a published model. Its addresses ask for no ticket; this is what stands in its place. A visitor who has said the password
/// holds a cookie that is sealed by the server, good for one model, for twelve hours and until the password is another.
/// </summary>
public sealed class VisitorGate(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Stay = TimeSpan.FromHours(12);

    private readonly IDataProtector _seal = protection.CreateProtector("Builder.Visitors");

    /// <summary>True for somebody who may ask the model.</summary>
    public bool IsIn(HttpContext http, PublishedModel model)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(model);
        return model.Access == ModelAccess.Open || (model.PasswordHash is { } hash && Holds(http.Request.Cookies[CookieOf(model.Name)], model.Name, hash));
    }

    /// <summary>Lets somebody in who says the password.</summary>
    /// <returns>False where it is another one.</returns>
    public bool TryEnter(HttpContext http, PublishedModel model, string? password)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(model);
        if (model.PasswordHash is not { } hash || !ModelPasswords.IsRight(hash, password))
        {
            return false;
        }

        var until = clock.GetUtcNow() + Stay;
        var word = _seal.Protect(FormattableString.Invariant($"{until.ToUnixTimeSeconds()} {model.Name} {ModelPasswords.StampOf(hash)}"));
        http.Response.Cookies.Append(CookieOf(model.Name), word, new()
        {
            HttpOnly = true,
            // Whoever follows a link in a message is to stay in.
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            MaxAge = Stay,
            Path = ModelAddress.Page(model.Name),
        });
        return true;
    }

    private bool Holds(string? word, string name, string hash)
    {
        if (word is not { Length: > 0 })
        {
            return false;
        }

        try
        {
            return _seal.Unprotect(word).Split(' ') is [var until, var model, var stamp] && long.TryParse(until, out var end)
                && clock.GetUtcNow().ToUnixTimeSeconds() < end && model == name && stamp == ModelPasswords.StampOf(hash);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string CookieOf(string name) => $"builder-model-{name}";
}
