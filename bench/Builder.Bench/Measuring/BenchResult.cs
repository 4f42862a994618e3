using Builder.Graph;

namespace Builder.Bench.Measuring;

/// <summary>What a case came to.</summary>
public sealed record BenchResult
{
    /// <summary>The case.</summary>
    public required string Case { get; init; }

    /// <summary>Median over the rounds of our speed by the peer's; null where it is refused.</summary>
    public double? Ratio { get; init; }

    /// <summary>The same of processor time, which other programs on the machine hardly move; for several threads it says what they cost together.</summary>
    public double? ProcessorRatio { get; init; }

    /// <summary>The middle half of the rounds' ratios: from this …</summary>
    public double? RatioFrom { get; init; }

    /// <summary>… to this.</summary>
    public double? RatioTo { get; init; }

    /// <summary>The ratio that is promised.</summary>
    public double? Floor { get; init; }

    /// <summary>Our median, in <see cref="Unit"/>.</summary>
    public double? Ours { get; init; }

    /// <summary>The peer's median, in <see cref="Unit"/>.</summary>
    public double? Peer { get; init; }

    /// <summary>Unit of both.</summary>
    public required string Unit { get; init; }

    /// <summary>Threads that computed.</summary>
    public required int Threads { get; init; }

    /// <summary>Rounds measured; in each, both sides did the same work one after the other.</summary>
    public int Rounds { get; init; }

    /// <summary>How often each side did its work in a round.</summary>
    public long Count { get; init; }

    /// <summary>How far the two results are apart, relative.</summary>
    public double? Difference { get; init; }

    /// <summary>The peer and its settings.</summary>
    public string? Against { get; init; }

    /// <summary>Why there is no ratio.</summary>
    public Localized? Refusal { get; init; }
}
