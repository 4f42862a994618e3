using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Storage.Settings;
using Builder.Web.Evaluate.Measurements;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;

namespace Builder.Web.Evaluate.Rivals;

/// <summary>Lets a runner compare the models of runs that ended some time ago with simple methods. It ends as soon as anybody trains.</summary>
public sealed class RivalRequests : MeasurementRequests
{
    private readonly RunSupervisor _supervisor;
    private readonly RunFeed _feed;
    private volatile CancellationTokenSource _way = new();

    /// <summary>Makes the place where models are compared.</summary>
    /// <param name="runners">Has a runner to spare.</param>
    /// <param name="supervisor">Knows who trains.</param>
    /// <param name="feed">Tells everyone who looks.</param>
    /// <param name="options">How many threads compute.</param>
    /// <param name="settings">What was chosen for this machine.</param>
    public RivalRequests(RunnerPool runners, RunSupervisor supervisor, RunFeed feed, RunnerOptions options, SettingsStore settings)
        : base(runners, supervisor, options, settings)
    {
        (_supervisor, _feed) = (supervisor, feed);
        feed.StatusChanged += GiveWay;
    }

    /// <inheritdoc/>
    public override event Action<string>? Measured
    {
        add => _feed.RivalsCompared += value;
        remove => _feed.RivalsCompared -= value;
    }

    /// <inheritdoc/>
    protected override RunnerCommand Order(string project, string run, int? threads) => new RunnerCommand.CompareRivals(project, run, Devices.Automatic, threads);

    /// <inheritdoc/>
    protected override bool IsDone(RunEvent happened) => happened is RunEvent.RivalsCompared;

    /// <inheritdoc/>
    protected override void Tell(string runId) => _feed.TellRivals(runId);

    /// <inheritdoc/>
    protected override CancellationToken Begin()
    {
        // The one before may just be cancelled by somebody.
        var begun = _way = new CancellationTokenSource();
        if (_supervisor.IsTraining)
        {
            begun.Cancel();
        }

        return begun.Token;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _feed.StatusChanged -= GiveWay;
        _way.Dispose();
        base.Dispose(disposing);
    }

    private void GiveWay(RunSummary run)
    {
        if (!run.State.IsOver())
        {
            _way.Cancel();
        }
    }
}
