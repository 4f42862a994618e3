using System.Collections.Immutable;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>The prepared values of one column: one contiguous block over all rows, from which samples are cut.</summary>
public sealed class PreparedColumn
{
    internal PreparedColumn(string name, Array values, ElementType element, ImmutableArray<long> rowShape, int? windowLength, int windowOffset)
    {
        Name = name;
        Values = values;
        Element = element;
        RowShape = rowShape;
        WindowLength = windowLength;
        WindowOffset = windowOffset;
        SampleShape = windowLength is { } length ? [length, .. rowShape] : rowShape;
        RowSize = rowShape.Aggregate(1L, (size, dimension) => size * dimension);
    }

    /// <summary>Name by which blocks refer to the column.</summary>
    public string Name { get; }

    /// <summary>Type of the values in memory. UInt8 only for pictures that would be too large as floats; see <see cref="Normalization"/>.</summary>
    public ElementType Element { get; }

    /// <summary>Shape of one row's value: [] for a scalar, [K] for one-hot, [C, H, W] for a picture.</summary>
    public ImmutableArray<long> RowShape { get; }

    /// <summary>Values of one row.</summary>
    public long RowSize { get; }

    /// <summary>The values of all rows, row after row: float[], long[] or byte[] according to <see cref="Element"/>.</summary>
    public Array Values { get; }

    /// <summary>Rows of a sample: sample s reads rows [s + WindowOffset, s + WindowOffset + WindowLength). Null for the single row s + WindowOffset.</summary>
    public int? WindowLength { get; }

    /// <summary>How many rows after its start a sample reads this column.</summary>
    public int WindowOffset { get; }

    /// <summary>Shape of one sample: <see cref="RowShape"/>, with the window's length in front where there is one.</summary>
    public ImmutableArray<long> SampleShape { get; }

    /// <summary>For pictures, how bytes become numbers: already done where <see cref="Element"/> is Float32, still to be done where it is UInt8.</summary>
    public PictureNormalization? Normalization { get; init; }

    /// <summary>For pictures, the random changes of training batches.</summary>
    public Augment? Augment { get; init; }

    /// <summary>Rows whose category no training row has; see the fitted steps for what they were given instead.</summary>
    public IReadOnlyList<int> UnseenRows { get; init; } = [];

    /// <summary>The column's shape alone.</summary>
    internal PreparedColumn WithoutValues() => new(Name, Array.Empty<float>(), Element, RowShape, WindowLength, WindowOffset);
}
