using Builder.Protocol;
using Builder.Storage.Settings;
using Builder.Web.Evaluate.Measurements;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;

namespace Builder.Web.Evaluate.Importances;

/// <summary>Lets a runner measure what matters to the models of runs that ended some time ago.</summary>
/// <param name="runners">Has a runner to spare.</param>
/// <param name="supervisor">Knows whether the runner of a run that has just ended is at it.</param>
/// <param name="feed">Tells everyone who looks.</param>
/// <param name="options">How many threads compute.</param>
/// <param name="settings">What was chosen for this machine.</param>
public sealed class ImportanceRequests(RunnerPool runners, RunSupervisor supervisor, RunFeed feed, RunnerOptions options, SettingsStore settings)
    : MeasurementRequests(runners, supervisor, options, settings)
{
    /// <inheritdoc/>
    public override event Action<string>? Measured
    {
        add => feed.ImportanceMeasured += value;
        remove => feed.ImportanceMeasured -= value;
    }

    /// <inheritdoc/>
    protected override RunnerCommand Order(string project, string run, int? threads) => new RunnerCommand.MeasureImportance(project, run, Devices.Automatic, threads);

    /// <inheritdoc/>
    protected override bool IsDone(RunEvent happened) => happened is RunEvent.ImportanceMeasured;

    /// <inheritdoc/>
    protected override void Tell(string runId) => feed.TellImportance(runId);
}
