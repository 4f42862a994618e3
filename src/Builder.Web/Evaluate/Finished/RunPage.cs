using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Finished;

/// <summary>A page about one finished run of a project: the one that its address names, or the latest.</summary>
public abstract class RunPage : LocalizedComponent, IDisposable
{
    private RunSummary? _awaited;
    private Task _showing = Task.CompletedTask;

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    /// <summary>The run to show; the latest where none is named.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    public string? RunId { get; set; }

    /// <summary>Whether there is no such project.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>The finished runs that can be shown, the latest first; null until they are known.</summary>
    protected IReadOnlyList<FinishedRun>? Runs { get; private set; }

    /// <summary>The run that is still being trained, or failed, where there is one and the page has nothing better to show.</summary>
    protected RunSummary? Awaited => Chosen is null && _awaited is { } run && (Runs is { Count: 0 } || run.Id == RunId) ? run : null;

    /// <summary>The run that is shown.</summary>
    protected FinishedRun? Chosen { get; private set; }

    /// <summary>For what goes wrong while nobody waits for it.</summary>
    [Inject]
    protected ILogger<RunPage> Log { get; set; } = null!;

    [Inject]
    private FinishedRunService Library { get; set; } = null!;

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Feed.StatusChanged += Follow;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Runs is null || (RunId is not null && Runs.All(r => r.Id != RunId)))
        {
            // It may have finished since the page was opened.
            await ReadAsync();
        }

        await ShowChosenAsync();
    }

    /// <summary>Whether the page has something to say about a run.</summary>
    protected virtual bool CanShow(FinishedRun run) => true;

    /// <summary>The run to show.</summary>
    protected virtual FinishedRun? Choose(IReadOnlyList<FinishedRun> runs) =>
        runs.FirstOrDefault(r => RunId is null || r.Id == RunId);

    /// <summary>Gets ready to show another run, or none.</summary>
    protected abstract Task PrepareAsync(FinishedRun? run);

    /// <summary>Reads the runs anew: the one that is shown was changed.</summary>
    protected async Task LookAgainAsync()
    {
        await ReadAsync();
        await ShowChosenAsync();
        StateHasChanged();
    }

    /// <summary>Stops following.</summary>
    protected virtual void Dispose(bool disposing) => Feed.StatusChanged -= Follow;

    private async Task ReadAsync()
    {
        var all = await Library.ListAsync(ProjectId);
        IsMissing = all is null;
        _awaited = all is null ? null : await Library.AwaitedAsync(ProjectId);
        Runs = [.. (all ?? []).Where(CanShow)];
    }

    // One after the other: what was asked for last is shown last, however long each takes to read.
    private Task ShowChosenAsync() => _showing = ShowChosenAsync(_showing);

    private async Task ShowChosenAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        var chosen = Choose(Runs!);
        if ((chosen?.Folder, chosen?.Ended) != (Chosen?.Folder, Chosen?.Ended))
        {
            await PrepareAsync(chosen);
        }

        Chosen = chosen;
    }

    private async Task ShowNewsAsync(RunSummary run)
    {
        if (run.State.IsOver())
        {
            await LookAgainAsync();
            return;
        }

        if (run.State != RunState.Queued || _awaited is null or { State: RunState.Failed })
        {
            _awaited = run;
        }

        StateHasChanged();
    }

    // A run that begins or ends, or is renamed or deleted, while the page is open shows there at once.
    private void Follow(RunSummary run)
    {
        if (run.ProjectId != ProjectId)
        {
            return;
        }

        Background.Run(InvokeAsync(() => ShowNewsAsync(run)), Log, "show news of a run", DispatchExceptionAsync);
    }
}
