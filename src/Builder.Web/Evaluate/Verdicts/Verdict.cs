using Builder.Graph;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>How good a model is, in one word.</summary>
public enum VerdictLevel
{
    /// <summary>Clearly useful.</summary>
    Good,

    /// <summary>Better than the plain baseline, with room above.</summary>
    Fair,

    /// <summary>The test cases do not suffice to tell, or no number tells.</summary>
    Open,

    /// <summary>No better than the plain baseline.</summary>
    Poor,
}

/// <summary>A judgement in plain words.</summary>
/// <param name="Level">In one word.</param>
/// <param name="Headline">In one sentence.</param>
/// <param name="Sentences">What it rests on: compared with what, how sure, and what to take care of.</param>
/// <param name="Hints">What could be done about it.</param>
public sealed record Verdict(
    VerdictLevel Level, Localized Headline, IReadOnlyList<Localized> Sentences, IReadOnlyList<Localized> Hints)
{
    /// <summary>That of the sentences which compares with the baseline; null where none does. Where simple methods were compared, the baseline is one of them.</summary>
    public Localized? BesideBaseline { get; init; }
}
