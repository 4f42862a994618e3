namespace Builder.Datasets.Import;

/// <summary>Numbers; NaN where one is missing, never infinite.</summary>
/// <param name="name">Name in the source.</param>
/// <param name="values">One value a row.</param>
public sealed class NumberColumn(string name, double[] values) : RawColumn(name)
{
    /// <summary>One value a row; NaN where it is missing.</summary>
    public double[] Values { get; } = values;

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override RawColumn Select(ReadOnlySpan<int> rows) => new NumberColumn(Name, Gather<double>(Values, rows));
}
