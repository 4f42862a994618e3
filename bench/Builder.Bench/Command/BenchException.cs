using Builder.Graph;

namespace Builder.Bench.Command;

/// <summary>A case cannot be measured.</summary>
/// <param name="words">Why, and what to do.</param>
public sealed class BenchException(Localized words) : Exception(words.En)
{
    /// <summary>Why, and what to do.</summary>
    public Localized Words { get; } = words;
}
