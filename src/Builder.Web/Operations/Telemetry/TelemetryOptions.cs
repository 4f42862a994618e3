using System.ComponentModel.DataAnnotations;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Operations.Telemetry;

/// <summary>Where measurements and traces are sent.</summary>
[Settings("Builder:Telemetry")]
public sealed record TelemetryOptions
{
    /// <summary>OpenTelemetry's own variable.</summary>
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The OTLP receiver; null sends nothing anywhere. OpenTelemetry's other OTEL_ variables hold as well.</summary>
    [Setting(Variable)]
    [Url]
    public string? Endpoint { get; init; }
}
