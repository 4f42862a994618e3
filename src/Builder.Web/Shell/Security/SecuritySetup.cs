using Microsoft.AspNetCore.DataProtection;

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
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<AccessTickets>();
        builder.Services.AddHostedService<Announcement>();
        builder.Services.AddDataProtection().SetApplicationName("Builder").PersistKeysToFileSystem(KeyFolder(builder.Configuration));
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

    // Whoever can read the keys can let himself in: the folder is the owner's alone.
    private static DirectoryInfo KeyFolder(ConfigurationManager configuration)
    {
        var home = configuration["BUILDER_HOME"] is { Length: > 0 } named
            ? named : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "builder");
        var folder = Path.Combine(home, "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>The server cannot start as asked; the message says why in the terminal's language.</summary>
public sealed class StartException(string message) : Exception(message);
