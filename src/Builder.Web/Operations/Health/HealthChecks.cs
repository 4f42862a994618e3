using Builder.Storage;
using Builder.Storage.Database;
using Builder.Web.Runners;
using Builder.Web.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Builder.Web.Operations.Health;

/// <summary>The database can be read.</summary>
internal sealed class DatabaseHealth(BuilderDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.AskAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>There is room for more runs and edits.</summary>
internal sealed class DiskHealth(DataFolder folder, HealthOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        new DriveInfo(folder.Root).AvailableFreeSpace >= options.LeastDiskBytes ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The disk is nearly full."));
}

/// <summary>A runner starts and says what it finds. It is started once; after that its program only has to be there.</summary>
internal sealed class RunnerHealth(RunnerOptions options, Machine machine) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        File.Exists(options.Program) && await machine.ReportAsync().WaitAsync(cancellationToken) is not null
            ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The runner does not start.");
}
