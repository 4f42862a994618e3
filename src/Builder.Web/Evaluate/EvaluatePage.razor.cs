using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Sections;
using Builder.Web.Runs;

namespace Builder.Web.Evaluate;

/// <summary>Shows whether a model is any good: a verdict in plain words first, then the numbers, then single cases.</summary>
public sealed partial class EvaluatePage : RunPage
{
    // With fewer cases the shares of ten bins say nothing.
    private const int FewestForCalibration = 60;

    // A confusion matrix of more classes needs the whole width.
    private const int MostBeside = 6;

    private ExamplesView? _examples;
    private int _head;

    private LearningCurve Curve { get; set; } = LearningCurve.None;

    private IReadOnlyList<HeadEvaluation> Heads => Chosen?.Evaluation.Heads ?? [];

    private int ChosenHead => Math.Min(_head, Heads.Count - 1);

    private HeadEvaluation? Head => Heads.Count > 0 ? Heads[ChosenHead] : null;

    /// <inheritdoc/>
    protected override async Task PrepareAsync(FinishedRun? run)
    {
        _head = 0;
        Curve = run is null ? LearningCurve.None : await Task.Run(() => LearningCurve.Of(run.Folder));
    }

    private string PictureUrl(string picture) => RunFilesEndpoint.AddressOf(Chosen!.Id, picture);

    private string RunUrl(string run) => $"/projects/{ProjectId}/evaluate?run={Uri.EscapeDataString(run)}";

    private Task ShowCellAsync((string True, string Predicted) cell) => _examples?.ShowAsync(cell.True, cell.Predicted) ?? Task.CompletedTask;
}
