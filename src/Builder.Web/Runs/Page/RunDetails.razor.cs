using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>What there is to see of a run besides its curves: samples while it learns, remarks, and the scores at the end.</summary>
public sealed partial class RunDetails : IDisposable
{
    private RunWatch? _watch;
    private bool _isGone;

    /// <summary>The run; another one is another component.</summary>
    [Parameter, EditorRequired]
    public required RunSummary Run { get; set; }

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    [Inject]
    private ILogger<RunDetails> Log { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private RunPlan? Plan => _watch?.Known.Plan;

    private IReadOnlyList<RunSample> Samples => _watch?.Known.Samples ?? [];

    private IReadOnlyList<RunRemark> Remarks => _watch?.Known.Remarks ?? [];

    /// <inheritdoc/>
    public void Dispose()
    {
        _isGone = true;
        _watch?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await Feed.OpenAsync(Run.Id) is { } ring && !_isGone)
        {
            _watch = new RunWatch(ring, Clock, Log, () => InvokeAsync(StateHasChanged));
        }
    }
}
