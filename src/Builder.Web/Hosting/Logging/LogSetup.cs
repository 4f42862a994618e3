using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Hosting.Logging;

/// <summary>Registers the log; its levels stand in the section Logging of <c>appsettings.json</c>.</summary>
public static class LogSetup
{
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";
    private static volatile bool _hasStarted;

    /// <summary>Its services.</summary>
    public static void AddLog(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddServerOptions<LogOptions>(builder.Configuration);
        builder.Logging.AddConsoleFormatter<LogFormatter, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>();
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.FormatterName ??= LogFormatter.FormatterName);
        // The host tells a start that fails with its stack trace, before the words that StartFaults has for it.
        builder.Logging.AddFilter(Host, level => _hasStarted && level >= LogLevel.Warning);
    }

    /// <summary>From now on the host's own errors are told.</summary>
    public static void UseLog(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Lifetime.ApplicationStarted.Register(() => _hasStarted = true);
    }
}
