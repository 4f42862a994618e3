namespace Builder.Bench.Ui.Cases;

/// <summary>One measured number of the product in the browser.</summary>
/// <param name="Case">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Limit">What it may be at most, or must be at least; null where it is only told.</param>
/// <param name="AtLeast">True where <paramref name="Limit"/> is a floor.</param>
public sealed record UiResult(string Case, double Value, string Unit, double? Limit, bool AtLeast = false)
{
    /// <summary>True where the number keeps to its limit.</summary>
    public bool Holds => Limit is not { } limit || (AtLeast ? Value >= limit : Value <= limit);
}
