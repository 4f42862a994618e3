using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Verdicts;

namespace Builder.Web.Evaluate.Rivals;

/// <summary>The verdict on a network with what is known of it beside simple methods, in the place of the comparison with the baseline, which is one of them.</summary>
public static class RivalVerdict
{
    /// <summary>The verdict; one that a simple method beats begins with that.</summary>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="rivals">The comparison; null where there is none.</param>
    /// <param name="sizes">What was measured of other sizes; null for nothing.</param>
    public static Verdict Of(Evaluation evaluation, RivalComparison? rivals, SizeFinding? sizes = null)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var verdict = VerdictWriter.Of(evaluation, new() { IsBeaten = rivals?.Winner is not null, Sizes = sizes ?? SizeFinding.None });
        if (rivals is null || RivalTexts.Sentence(rivals, evaluation.Units.GetValueOrDefault(rivals.Metric)) is not { } sentence)
        {
            return verdict;
        }

        IEnumerable<Localized> rest = verdict.Sentences.Where(s => !ReferenceEquals(s, verdict.BesideBaseline));
        return rivals.Winner is null ? verdict with { Sentences = [sentence, .. rest] } : verdict with { Headline = sentence, Sentences = [verdict.Headline, .. rest] };
    }
}
