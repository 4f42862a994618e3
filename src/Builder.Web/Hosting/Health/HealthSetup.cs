using System.Net;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Hosting.Health;

/// <summary>/health/live says that the process answers, /health/ready that it can do its work; each in one word.</summary>
public static class HealthSetup
{
    private const string Ready = "ready";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Its services.</summary>
    public static void AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddServerOptions<HealthOptions>(configuration);
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready], timeout: Patience)
            .AddCheck<DiskHealth>("disk", tags: [Ready], timeout: Patience)
            .AddCheck<RunnerHealth>("runner", tags: [Ready], timeout: Patience);
    }

    /// <summary>Its addresses.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var open = new OpenToThisMachine();
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithMetadata(open);
        endpoints.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready) }).WithMetadata(open);
    }
}

/// <summary>Marks an endpoint that whoever is on this machine may ask without a ticket.</summary>
internal sealed class OpenToThisMachine
{
    /// <summary>True for a request to such an endpoint that comes from this machine itself, and not through a proxy on it.</summary>
    public static bool Lets(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<OpenToThisMachine>() is not null
        && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
