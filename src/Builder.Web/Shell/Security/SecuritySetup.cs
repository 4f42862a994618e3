using Builder.Storage;
using Builder.Storage.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Builder.Web.Shell.Security;

/// <summary>Registers who may come in, and from where.</summary>
public static class SecuritySetup
{
    /// <summary>Its services; storage has been added before.</summary>
    /// <exception cref="StartException">The server may not listen where it is told to, or a switch names something that cannot be used.</exception>
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var names = ServerNames.From(builder.Configuration);
        if (ListenAddresses.Refusal(builder.Configuration, names) is { } refusal)
        {
            throw new StartException(refusal.In(Announcement.TerminalLanguage()));
        }

        ServerCertificate.Use(builder.Configuration);
        builder.Services.AddSingleton(new Proxies(TrustedProxies.From(builder.Configuration)));
        builder.Services.AddSingleton(names);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<BrowserSessionStore>();
        builder.Services.AddSingleton<BrowserSessions>();
        builder.Services.AddSingleton<OpenConnections>();
        builder.Services.AddSingleton<EntryAttempts>();
        builder.Services.AddHostedService<Announcement>();
        builder.Services.AddAuthentication(TicketHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, TicketHandler>(TicketHandler.SchemeName, null);
        // It would write a line for everybody who is asked for a ticket.
        builder.Logging.AddFilter(typeof(TicketHandler).FullName, LogLevel.Warning);
        // What is not marked as open asks for a ticket: every endpoint, and every address that is none.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddDataProtection().SetApplicationName("Builder").PersistKeysToFileSystem(new(DataFolderOf(builder.Services).Keys));
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>What every request goes through before anything else.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        // Before a proxy's headers put another address in the place of its own.
        app.Use((http, next) =>
        {
            PeerUser.Of(http);
            return next(http);
        });
        if (app.Services.GetRequiredService<Proxies>().Options is { } proxies)
        {
            app.UseForwardedHeaders(proxies);
        }

        app.UsePagePolicy();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<AccessGate>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(app.Services.GetRequiredService<OpenConnections>().FollowAsync);
    }

    // The keys lie in the data folder, which is the owner's alone: whoever can read them can make cookies.
    private static DataFolder DataFolderOf(IServiceCollection services) => (DataFolder)services.Last(s => s.ServiceType == typeof(DataFolder)).ImplementationInstance!;

    private sealed record Proxies(ForwardedHeadersOptions? Options);
}

/// <summary>The server cannot start as asked; the message says why in the terminal's language.</summary>
public sealed class StartException(string message) : Exception(message);
