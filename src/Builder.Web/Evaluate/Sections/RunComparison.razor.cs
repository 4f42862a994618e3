using Builder.Graph.Metrics;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>All finished runs of a project side by side.</summary>
public sealed partial class RunComparison
{
    private const int MostScores = 5;
    private static readonly HashSet<string> Minor =
    [
        MetricCatalog.Mse.Id, MetricCatalog.BestF1Threshold.Id, MetricCatalog.MedianAbsoluteError.Id, MetricCatalog.BalancedAccuracy.Id, MetricCatalog.PrAuc.Id,
    ];

    // Of more runs nobody compares each with the one that is shown.
    private const int MostCompared = 30;

    private readonly List<string> _ticked = [];
    private Dictionary<string, RunDifference> _differences = [];
    private (IReadOnlyList<FinishedRun> Runs, string? Chosen)? _of;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The runs.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<FinishedRun> Runs { get; set; }

    /// <summary>The run that the page shows.</summary>
    [Parameter]
    public string? ChosenId { get; set; }

    /// <summary>The page of a run.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> RunUrl { get; set; }

    private IReadOnlyList<string> Names =>
    [
        .. MetricCatalog.Ordered(Runs.SelectMany(r => r.Evaluation.Test.Keys))
            .Where(n => !Minor.Contains(n) && !n.Contains('.', StringComparison.Ordinal)).Take(MostScores),
    ];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_of is { } before && ReferenceEquals(before.Runs, Runs) && before.Chosen == ChosenId)
        {
            return;
        }

        var (runs, chosen) = (Runs, ChosenId);
        (_of, _differences) = ((runs, chosen), []);
        if (chosen is null)
        {
            return;
        }

        var differences = await Task.Run(() => Differences(runs, chosen));
        if (ReferenceEquals(_of?.Runs, runs) && _of?.Chosen == chosen)
        {
            _differences = differences;
        }
    }

    private static Dictionary<string, RunDifference> Differences(IReadOnlyList<FinishedRun> runs, string? chosen)
    {
        if (runs.FirstOrDefault(r => r.Id == chosen) is not { } shown || RunDifference.Read(shown) is not { } own)
        {
            return [];
        }

        return runs.Where(r => r.Id != chosen).Take(MostCompared).Select(r => (r.Id, Found: RunDifference.Read(r) is { } other ? RunDifference.Of(other, own) : null))
            .Where(r => r.Found is not null).ToDictionary(r => r.Id, r => r.Found!);
    }

    private static string Value(FinishedRun run, string name) => Figures.Score(
        MetricCatalog.Named(name), run.Evaluation.Test.GetValueOrDefault(name), run.Evaluation.Units.GetValueOrDefault(name));

    private void Tick(string run)
    {
        if (!_ticked.Remove(run))
        {
            _ticked.Add(run);
        }
    }

    private bool IsBest(FinishedRun run, string name)
    {
        var score = MetricCatalog.Named(name);
        return Runs.Count > 1 && run.Evaluation.Test.GetValueOrDefault(name) is { } own
            && !Runs.Any(r => r.Evaluation.Test.GetValueOrDefault(name) is { } other && score.IsBetter(other, own));
    }
}
