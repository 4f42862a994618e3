using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Storage;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Sections;
using Builder.Web.Evaluate.Verdicts;
using Builder.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate;

/// <summary>Shows whether a model is any good: a verdict in plain words first, then the numbers, then single cases.</summary>
public sealed partial class EvaluatePage : RunPage
{
    // With fewer cases the shares of ten bins say nothing.
    private const int FewestForCalibration = 60;

    // A confusion matrix of more classes needs the whole width.
    private const int MostBeside = 6;

    private readonly CancellationTokenSource _leaving = new();
    private ExamplesView? _examples;
    private Localized? _caution;
    private Localized? _switchProblem;
    private Evaluation? _other;
    private bool _isCompared;
    private bool _isSwitching;
    private SizeFinding _sizes = SizeFinding.None;
    private Localized? _starts;
    private int _head;

    private LearningCurve Curve { get; set; } = LearningCurve.None;

    private IReadOnlyList<HeadEvaluation> Heads => Chosen?.Evaluation.Heads ?? [];

    private int ChosenHead => Math.Min(_head, Heads.Count - 1);

    private HeadEvaluation? Head => Heads.Count > 0 ? Heads[ChosenHead] : null;

    [Inject]
    private DataCautions Cautions { get; set; } = null!;

    [Inject]
    private ThresholdSwitch Thresholds { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task PrepareAsync(FinishedRun? run)
    {
        (_head, _caution, _starts, _switchProblem) = (0, null, null, null);
        _sizes = run?.Id == Chosen?.Id ? _sizes : SizeFinding.None;
        (Curve, _other) = run is null ? (LearningCurve.None, null) : await Task.Run(() => (LearningCurve.Of(run.Folder), ThresholdSwitch.OtherOf(run)));
        if (run is not null)
        {
            _starts = await Task.Run(() => OtherStarts.Of(run, Runs ?? []));
            // The whole table may have to be looked through: the verdict does not wait for it.
            Background.Run(InvokeAsync(() => LookAtDataAsync(run)), Log, "look at the data of a run", DispatchExceptionAsync);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _leaving.Cancel();
        _leaving.Dispose();
        base.Dispose(disposing);
    }

    private async Task LookAtDataAsync(FinishedRun run)
    {
        try
        {
            var caution = await Cautions.OfAsync(run, _leaving.Token);
            if (Chosen == run && !_leaving.IsCancellationRequested)
            {
                _caution = caution;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task SwitchAsync()
    {
        if (Chosen is not { } run || _isSwitching)
        {
            return;
        }

        (_isSwitching, _switchProblem) = (true, null);
        try
        {
            await Thresholds.SwitchAsync(run, _leaving.Token);
            await LookAgainAsync();
        }
        catch (StorageException failure)
        {
            _switchProblem = failure.Words;
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        finally
        {
            _isSwitching = false;
        }
    }

    private string PictureUrl(string picture) => RunFilesEndpoint.AddressOf(Chosen!.Id, picture);

    private string RunUrl(string run) => $"/projects/{ProjectId}/evaluate?run={Uri.EscapeDataString(run)}";

    private Task ShowCellAsync((string True, string Predicted) cell) => _examples?.ShowAsync(cell.True, cell.Predicted) ?? Task.CompletedTask;
}
