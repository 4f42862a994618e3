using System.Collections.Immutable;
using Builder.Graph.Metrics;
using Builder.Proposals;
using Builder.Protocol;
using Builder.Web.Evaluate.Verdicts;

namespace Builder.Web.Evaluate.Sizes;

/// <summary>How far a ladder of sizes is.</summary>
public enum SizePhase
{
    /// <summary>Somebody trains: it begins when nobody does any more.</summary>
    Waiting,

    /// <summary>It is being found out whether there is anything to compare.</summary>
    Preparing,

    /// <summary>The short trainings are under way.</summary>
    Trying,

    /// <summary>All are done.</summary>
    Done,

    /// <summary>A person has stopped them.</summary>
    Stopped,

    /// <summary>There is nothing to compare: the model is none that was proposed, or there is no time for it.</summary>
    Nothing,
}

/// <summary>What is known of the sizes of a model.</summary>
public sealed record SizeState
{
    /// <summary>How far it is.</summary>
    public SizePhase Phase { get; init; } = SizePhase.Preparing;

    /// <summary>The size that was trained.</summary>
    public ModelSize Drawn { get; init; }

    /// <summary>The short trainings, in their order.</summary>
    public ImmutableArray<SizeTrial> Trials { get; init; } = [];

    /// <summary>What those that are done came to.</summary>
    public ImmutableArray<SizeScore> Scores { get; init; } = [];

    /// <summary>What the scores are; null while none is known.</summary>
    public MetricDefinition? Metric { get; init; }

    /// <summary>Validation rows.</summary>
    public long Cases { get; init; }

    /// <summary>True where the time of one was up: sizes that were trained for different times cannot be compared.</summary>
    public bool IsCut { get; init; }

    /// <summary>What they say together; null before all are done.</summary>
    public SizeComparison? Comparison { get; init; }

    /// <summary>What this says to somebody who would change the size.</summary>
    public SizeFinding Finding => Comparison is { Best: var best } ? new(Helps(best < Drawn, Drawn > ModelSize.Small, best), Helps(best > Drawn, Drawn < ModelSize.Large, best)) : SizeFinding.None;

    /// <summary>The same with one more short training.</summary>
    public SizeState With(RunEvent.TrialDone done)
    {
        ArgumentNullException.ThrowIfNull(done);
        if (done.Number < 0 || done.Number >= Trials.Length)
        {
            return this;
        }

        var metric = Metric ?? MetricCatalog.Of(done.Task).FirstOrDefault(m => m.Direction == MetricDirection.Larger && done.Validation.GetValueOrDefault(m.Id) is not null);
        var score = metric is null ? null : done.Validation.GetValueOrDefault(metric.Id);
        return this with
        {
            Scores = Scores.Add(new(Trials[done.Number].Size, Trials[done.Number].Seed, score, done.Parameters, done.Seconds)),
            Metric = metric, Cases = done.ValidationSamples, IsCut = IsCut || !done.IsWhole,
        };
    }

    /// <summary>The same after the last of them; nothing to say where one is missing or was cut off.</summary>
    public SizeState AtEnd() =>
        Metric is { } metric && !IsCut && Scores.Length == Trials.Length && SizeComparison.Of(Scores, Drawn, metric, Cases) is { } comparison
            ? this with { Phase = SizePhase.Done, Comparison = comparison } : this with { Phase = SizePhase.Nothing };

    // Where the other way is better this one is not, tried or not.
    private bool? Helps(bool isBest, bool isTried, ModelSize best) => isTried || best != Drawn ? isBest : null;
}
