using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Builder.Web.Shell.Security;

/// <summary>Knows a browser that was let in by its cookie, and shows everybody else the page that says how to get in.</summary>
public sealed class TicketHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, BrowserSessions sessions, EntryAttempts attempts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Ticket";

    /// <summary>The session that a signed-in user stands for.</summary>
    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[AccessCookie.NameFor(Request)] is not { Length: > 0 } secret)
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.FindAsync(secret, PeerUser.Of(Context)) is not var (session, prolonged))
        {
            attempts.Failed();
            return AuthenticateResult.Fail("The cookie opens no session.");
        }

        if (prolonged && !Response.HasStarted)
        {
            AccessCookie.Give(Context, secret);
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, session.Id)], SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => GatePage.Write(Context, used: false);
}
