using System.Net;
using Builder.Web.Hosting.Configuration;
using Microsoft.AspNetCore.Authorization;

namespace Builder.Web.Operations.Health;

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
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false }).RequireAuthorization(OpenToThisMachine);
        endpoints.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready) }).RequireAuthorization(OpenToThisMachine);
    }

    // Whoever is on this machine may ask without a ticket.
    private static void OpenToThisMachine(AuthorizationPolicyBuilder policy) => policy.RequireAssertion(asked =>
        asked.User.Identity?.IsAuthenticated == true || (asked.Resource is HttpContext http && ComesFromHere(http)));

    // A proxy on this machine asks for others.
    private static bool ComesFromHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
