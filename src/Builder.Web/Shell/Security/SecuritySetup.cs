using Builder.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Builder.Web.Shell.Security;

/// <summary>Registers who may come in, and from where.</summary>
public static class SecuritySetup
{
    /// <summary>Its services.</summary>
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var names = ServerNames.From(builder.Configuration);
        if (names.Refused(builder.Configuration["urls"]) is [var refused, ..])
        {
            throw new StartException(GateTexts.NotLoopback(refused).In(Announcement.TerminalLanguage()));
        }

        builder.Services.AddSingleton(names);
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<AccessTickets>();
        builder.Services.AddHostedService<Announcement>();
        builder.Services.AddDataProtection().SetApplicationName("Builder");
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
        app.UsePagePolicy();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<AccessGate>();
    }
}

/// <summary>The server cannot start as asked; the message says why in the terminal's language.</summary>
public sealed class StartException(string message) : Exception(message);
