using Builder.Graph;
using Builder.Graph.Messages;
using Builder.Storage;
using Builder.Storage.Access;
using Builder.Web.Hosting.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

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
            throw new StartException(refusal);
        }

        builder.Services.AddServerOptions<StartOptions>(builder.Configuration);
        if (ServerSettings.Read<StartOptions>(builder.Configuration).OpenBrowser && ListenAddresses.Of(builder.Configuration).Count == 0)
        {
            builder.WebHost.UseUrls(StartAddress.Choose());
        }

        ServerCertificate.Use(builder.Configuration);
        builder.Services.AddSingleton(new Proxies(TrustedProxies.From(builder.Configuration)));
        builder.Services.AddSingleton(names);
        builder.Services.AddSingleton<ServerAddresses>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<BrowserSessionStore>();
        builder.Services.AddSingleton<BrowserSessions>();
        builder.Services.AddSingleton<OpenConnections>();
        builder.Services.AddSingleton<EntryAttempts>();
        builder.Services.AddHostedService<Announcement>();
        builder.Services.AddAuthentication(TicketHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, TicketHandler>(TicketHandler.SchemeName, null);
        // What is not marked as open asks for a ticket: every endpoint, and every address that is none.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddDataProtection().SetApplicationName("Builder");
        // The keys lie in the data folder, which is the owner's alone: whoever can read them can make cookies.
        builder.Services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>(
            (keys, folder, logs) => keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.Keys), logs));
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
        // Behind the proxies' headers: whoever is limited is the one who asks, not the proxy.
        app.UseRateLimiter();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<AccessGate>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(app.Services.GetRequiredService<OpenConnections>().FollowAsync);
    }

    private sealed record Proxies(ForwardedHeadersOptions? Options);
}

/// <summary>The server cannot start as asked; the words are for the terminal.</summary>
public sealed class StartException(Localized words) : BuilderException(Graph.Messages.Message.Verbatim(words), null, "CannotStart");
