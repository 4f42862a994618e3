using Builder.Graph.Metrics;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>How good the model of a run is: a sentence, the main scores beside the plainest guess, and where to go from here.</summary>
public sealed partial class RunResult
{
    private const int Most = 4;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required RunSummary Run { get; set; }

    /// <summary>Its scores.</summary>
    [Parameter, EditorRequired]
    public required RunScores Scores { get; set; }

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    private long TestSamples { get; set; }

    private IReadOnlyDictionary<string, double?> Told =>
        Scores.Test.Count > 0 ? Scores.Test : Scores.Validation.Count > 0 ? Scores.Validation : Scores.Train;

    private IEnumerable<string> Names => MetricCatalog.Ordered(Told.Keys).Take(Most);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var run = Run.Id;
        var samples = (await Feed.OpenAsync(run))?.Since(0)?.Plan?.TestSamples ?? 0;
        TestSamples = run == Run.Id ? samples : TestSamples;
    }

    private string Figure(string name, IReadOnlyDictionary<string, double?> scores) =>
        Figures.Score(MetricCatalog.Named(name), scores.GetValueOrDefault(name), Scores.Units.GetValueOrDefault(name));

    private string Address(string page) => $"/projects/{Run.ProjectId}/{page}?run={Run.Id}";
}
