using Builder.Graph;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Measurements;

/// <summary>Shows what was found out about the model of a run: it is read from the run's folder, found out where somebody asks for it, and read again when more may be known.</summary>
/// <typeparam name="TRequests">Where it is asked for.</typeparam>
/// <typeparam name="TKnown">What is read.</typeparam>
public abstract class MeasurementView<TRequests, TKnown> : LocalizedComponent, IDisposable
    where TRequests : MeasurementRequests
{
    private readonly CancellationTokenSource _leaving = new();
    private FinishedRun? _of;

    /// <summary>Makes the view.</summary>
    protected MeasurementView() => Leaving = _leaving.Token;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required FinishedRun Run { get; set; }

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Leaving { get; }

    /// <summary>True as soon as it was looked whether it is known.</summary>
    protected bool IsRead { get; private set; }

    /// <summary>True while it is being found out.</summary>
    protected bool IsMeasuring { get; private set; }

    /// <summary>What went wrong last; null for nothing.</summary>
    protected Localized? Problem { get; set; }

    [Inject]
    private TRequests Requests { get; set; } = null!;

    [Inject]
    private ILogger<MeasurementView<TRequests, TKnown>> Log { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Requests.Measured += Follow;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_of != Run)
        {
            (_of, Problem, IsRead) = (Run, null, false);
            Forget();
            await ReadAsync();
        }
    }

    /// <summary>Stops following.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        Requests.Measured -= Follow;
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <summary>Another run is shown.</summary>
    protected abstract void Forget();

    /// <summary>Reads what is known of a run.</summary>
    protected abstract Task<TKnown> ReadAsync(FinishedRun run);

    /// <summary>Takes what is known of <see cref="Run"/>.</summary>
    protected abstract Task TakeAsync(TKnown known);

    /// <summary>Has it found out, and shows it.</summary>
    protected async Task MeasureAsync()
    {
        (IsMeasuring, Problem) = (true, null);
        StateHasChanged();
        var run = Run;
        var problem = await Requests.MeasureAsync(run);
        if (_of == run)
        {
            Problem = problem;
            await ReadAsync();
        }
    }

    /// <summary>More may be known of a run.</summary>
    protected void Follow(string runId)
    {
        if (runId == Run.Id && !Leaving.IsCancellationRequested)
        {
            Background.Run(InvokeAsync(ShowAsync), Log, "show what was found out about a model", DispatchExceptionAsync);
        }
    }

    private async Task ReadAsync()
    {
        var run = Run;
        var known = await ReadAsync(run);
        if (_of == run && !Leaving.IsCancellationRequested)
        {
            (IsMeasuring, IsRead) = (Requests.IsMeasuring(run), true);
            await TakeAsync(known);
        }
    }

    private async Task ShowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }
}
