using Builder.Web.Hosting.Telemetry;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Builder.Web.Operations.Telemetry;

/// <summary>Counts and logs the windows that are open.</summary>
internal sealed class CircuitTelemetry(ILogger<CircuitTelemetry> log) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ServerMetrics.Circuit(isOpen: true);
        TelemetryLog.WindowOpened(log, circuit.Id);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ServerMetrics.Circuit(isOpen: false);
        TelemetryLog.WindowClosed(log, circuit.Id);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        TelemetryLog.LineLost(log, circuit.Id);
        return Task.CompletedTask;
    }
}
