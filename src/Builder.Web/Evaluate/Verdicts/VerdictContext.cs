namespace Builder.Web.Evaluate.Verdicts;

/// <summary>What is known of a model beside its evaluation.</summary>
public sealed record VerdictContext
{
    /// <summary>Nothing.</summary>
    public static VerdictContext None { get; } = new();

    /// <summary>True where a simple method is surely better: there is room above, so the model is not called good.</summary>
    public bool IsBeaten { get; init; }

    /// <summary>What was measured of other sizes of it.</summary>
    public SizeFinding Sizes { get; init; } = SizeFinding.None;
}

/// <summary>What was measured of other sizes of a network: no advice may contradict it.</summary>
/// <param name="SmallerHelps">Whether a smaller one is clearly better; null where none was tried.</param>
/// <param name="LargerHelps">Whether a larger one is clearly better; null where none was tried.</param>
public sealed record SizeFinding(bool? SmallerHelps, bool? LargerHelps)
{
    /// <summary>No other size was tried.</summary>
    public static SizeFinding None { get; } = new(null, null);
}
