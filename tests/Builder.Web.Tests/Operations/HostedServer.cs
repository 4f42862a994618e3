using System.Net;
using Builder.Web.Hosting.Logging;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Operations;

/// <summary>The whole server in memory, with settings and a caller's address of the test's choice, whose log is kept as it would be printed.</summary>
internal sealed class HostedServer(IReadOnlyDictionary<string, string>? settings = null) : WebApplicationFactory<Program>
{
    private readonly string _home = Directory.CreateTempSubdirectory("builder-hosted-").FullName;
    private readonly PrintedLog _log = new();

    /// <summary>Where requests come from.</summary>
    public IPAddress? Caller { get; set; } = IPAddress.Loopback;

    /// <summary>What an endpoint at /api/broken and a page at /broken throw.</summary>
    public Func<Exception> Fault { get; set; } = () => new InvalidOperationException("secret words");

    public string Home => _home;

    /// <summary>What was logged, as the console shows it.</summary>
    public string Log => _log.Text;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser that is not let in.</summary>
    public HttpClient Stranger() => CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A browser that is let in.</summary>
    public async Task<HttpClient> BrowserAsync()
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Add(OriginGuard.ProgramHeader, "test");
        using var entered = await client.GetAsync($"/?token={Get<AccessTokens>().Current}");
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("BUILDER_HOME", _home).UseSetting("BUILDER_RUNNER", Runs.RunsServer.Runner);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(log => log.ClearProviders().AddProvider(_log).AddFilter("Builder", LogLevel.Debug));
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Edges(this)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            TemporaryFolders.Delete(_home);
        }
    }

    /// <summary>Before the server: where the caller is. Behind it: what breaks.</summary>
    private sealed class Edges(HostedServer server) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                http.Connection.RemoteIpAddress = server.Caller;
                return go(http);
            });
            next(app);
            app.Use((http, go) => http.Request.Path.Value!.EndsWith("/broken", StringComparison.Ordinal) ? throw server.Fault() : go(http));
        };
    }
}

/// <summary>Keeps the log as the console would print it.</summary>
internal sealed class PrintedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly StringWriter _text = new();
    private readonly LogFormatter _formatter = new(new(), TimeProvider.System);
    private IExternalScopeProvider? _scopes;

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(PrintedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log._text)
            {
                log._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), log._scopes, log._text);
            }
        }
    }
}
