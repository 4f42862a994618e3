using Builder.Web.Hosting;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Hosting.Telemetry;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Builder.Web.Operations.Telemetry;

/// <summary>Registers what the server measures of itself; it is sent only where an endpoint is named.</summary>
public static class TelemetrySetup
{
    /// <summary>Its services.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddServerOptions<TelemetryOptions>(builder.Configuration);
        builder.Services.AddHostedService<RunTelemetry>();
        builder.Services.AddScoped<CircuitHandler, CircuitTelemetry>();
        if (ServerSettings.Read<TelemetryOptions>(builder.Configuration).Endpoint is not { } endpoint)
        {
            return;
        }

        // The exporter reads the configuration itself, and adds the path of each signal to what it finds there.
        builder.Configuration[TelemetryOptions.Variable] = endpoint;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("builder-web", serviceVersion: ServerVersion.Text))
            .WithMetrics(metrics => metrics
                .AddMeter(ServerMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
                .AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(ServerMetrics.Name).AddAspNetCoreInstrumentation().AddOtlpExporter());
    }
}
