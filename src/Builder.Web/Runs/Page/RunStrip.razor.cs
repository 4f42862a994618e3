using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>
/// What a project's run does, in a strip for other pages: how far it is, its loss, its learning rate to change, and a button that stops it. A run
/// that ends while the page is open says how it ended; where nothing trains there is no strip.
/// </summary>
public sealed partial class RunStrip : IDisposable
{
    private RunFollower _follower = null!;
    private RunGlance _glance = new();
    private bool _isGone;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    [Inject]
    private RunStore Store { get; set; } = null!;

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    [Inject]
    private RunSupervisor Supervisor { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<RunStrip> Log { get; set; } = null!;

    private RunSummary? Run { get; set; }

    private string Way => string.Join(" · ", Words().Where(w => w.Length > 0));

    /// <inheritdoc/>
    public void Dispose()
    {
        _isGone = true;
        Feed.StatusChanged -= OnStatus;
        _follower.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _follower = new(Clock, Log, TakeAsync);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Feed.StatusChanged += OnStatus;
        var runs = await Store.ListAsync(ProjectId);
        if (!_isGone && Run is null && ShownRun.Of([.. runs.Where(r => !r.State.IsOver())], null, null) is { } run)
        {
            await ShowAsync(run);
        }
    }

    private void OnStatus(RunSummary run)
    {
        if (run.ProjectId == ProjectId)
        {
            Background.Run(
                InvokeAsync(async () =>
                {
                    // One that waits does not take the place of one that trains; one that ended is told only where it was watched.
                    if (!_isGone && (run.Id == Run?.Id || (!run.State.IsOver() && (Run is null || Run.State.IsOver()))))
                    {
                        await ShowAsync(run);
                        StateHasChanged();
                    }
                }),
                Log, "show news of a run", DispatchExceptionAsync);
        }
    }

    private Task ShowAsync(RunSummary run)
    {
        Run = run;
        if (_follower.RunId != run.Id)
        {
            _glance = new();
        }

        return _follower.TurnToAsync(Feed, run.Id);
    }

    private Task TakeAsync(RunUpdate update) => InvokeAsync(() =>
    {
        _glance = _glance.With(update);
        StateHasChanged();
    });

    private IEnumerable<string> Words()
    {
        yield return _glance.Place is var (epoch, epochs) ? Ui.T(TrainTexts.EpochOf(epoch, epochs)) : "";
        yield return Run?.State == RunState.Running && _glance.Now?.SecondsLeft is { } seconds ? Ui.T(TrainTexts.TimeLeft(seconds)) : "";
    }

    private string Address(string step) => $"/projects/{Uri.EscapeDataString(ProjectId)}/{step}?run={Uri.EscapeDataString(Run!.Id)}";

    private void Stop() => Supervisor.Stop(Run!.Id);

    private void Dismiss()
    {
        Run = null;
        _follower.TurnAway();
    }
}
