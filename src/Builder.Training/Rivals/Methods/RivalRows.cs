namespace Builder.Training.Rivals.Methods;

/// <summary>What a network reads, as simple methods take it.</summary>
[Flags]
public enum RivalInputs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Columns of numbers and categories, windows laid out as one list.</summary>
    Numbers = 1,

    /// <summary>Texts as tokens.</summary>
    Texts = 2,

    /// <summary>Pictures.</summary>
    Pictures = 4,

    /// <summary>The earlier values of what is predicted.</summary>
    Past = 8,
}

/// <summary>Numbers side by side.</summary>
/// <param name="Values">Shape [rows, <paramref name="Width"/>], row by row.</param>
/// <param name="Width">Values of a row.</param>
public sealed record FeatureTable(float[] Values, int Width)
{
    /// <summary>The values of a row.</summary>
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Width, Width);
}

/// <summary>Texts as tokens.</summary>
/// <param name="Ids">Shape [rows, <paramref name="Length"/>]; -1 where a text is shorter.</param>
/// <param name="Length">Places of a row.</param>
/// <param name="Vocabulary">Ids are below this.</param>
public sealed record TokenTable(int[] Ids, int Length, int Vocabulary)
{
    /// <summary>The tokens of a text.</summary>
    public ReadOnlySpan<int> Row(int row) => Ids.AsSpan(row * Length, Length);
}

/// <summary>Samples in plain memory, prepared exactly as the network gets them.</summary>
/// <param name="Count">How many samples.</param>
/// <param name="Targets">Shape [Count, outputs]: 1 at the true class, or at each label, otherwise 0; quantities in their units.</param>
public sealed record RivalRows(int Count, double[] Targets)
{
    /// <summary>Numbers and categories; a category has a place for each of its classes.</summary>
    public FeatureTable? Numbers { get; init; }

    /// <summary>Pictures, larger ones made smaller.</summary>
    public FeatureTable? Pixels { get; init; }

    /// <summary>Texts.</summary>
    public TokenTable? Tokens { get; init; }

    /// <summary>For series: what is predicted as it was before, in its unit, the oldest first; the last one is the latest that is known.</summary>
    public FeatureTable? Past { get; init; }
}
