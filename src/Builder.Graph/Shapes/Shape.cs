using System.Collections;
using System.Collections.Immutable;
using Builder.Graph.Messages;

namespace Builder.Graph.Shapes;

/// <summary>Sizes of a tensor, the batch first where there is one: [N, 3, 28, 28]. Shapes compare by content.</summary>
public sealed class Shape : IReadOnlyList<Dim>, IEquatable<Shape>
{
    private readonly ImmutableArray<Dim> _dims;

    /// <summary>A shape of these dimensions.</summary>
    public Shape(params ReadOnlySpan<Dim> dims) => _dims = [.. dims];

    /// <summary>The shape of a single number.</summary>
    public static Shape Scalar { get; } = new();

    /// <summary>Number of dimensions.</summary>
    public int Rank => _dims.Length;

    /// <inheritdoc/>
    public int Count => _dims.Length;

    /// <summary>Dimension <paramref name="index"/>; negative values count from the end as in PyTorch.</summary>
    public Dim this[int index] => _dims[index < 0 ? index + _dims.Length : index];

    /// <summary>[N, …]: a batch of samples of known sizes.</summary>
    public static Shape Batched(params ReadOnlySpan<long> sample)
    {
        var dims = new Dim[sample.Length + 1];
        dims[0] = Dim.Batch;
        for (var i = 0; i < sample.Length; i++)
        {
            dims[i + 1] = sample[i];
        }

        return new Shape(dims);
    }

    /// <summary>The shape with dimension <paramref name="index"/> (negative from the end) replaced.</summary>
    public Shape With(int index, Dim dim) => new(_dims.SetItem(index < 0 ? index + Rank : index, dim).AsSpan());

    /// <summary>The dimensions from <paramref name="start"/> on, <paramref name="count"/> of them.</summary>
    public Shape Slice(int start, int count) => new(_dims.AsSpan().Slice(start, count));

    /// <summary>This shape followed by <paramref name="dims"/>.</summary>
    public Shape Append(params ReadOnlySpan<Dim> dims) => new([.. _dims, .. dims]);

    /// <summary>Product of the dimensions from <paramref name="start"/> on; 1 where there are none.</summary>
    public Dim Product(int start = 0)
    {
        Dim product = 1;
        for (var i = start; i < Rank; i++)
        {
            product *= _dims[i];
        }

        return product;
    }

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && _dims.SequenceEqual(other._dims);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => _dims.Aggregate(19, (hash, dim) => HashCode.Combine(hash, dim));

    /// <inheritdoc/>
    public IEnumerator<Dim> GetEnumerator() => ((IEnumerable<Dim>)_dims).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As it stands in messages.</summary>
    public static implicit operator MessageArgument(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.ToString();
    }

    /// <summary>For example "[N, 3, 28, 28]".</summary>
    public override string ToString() => $"[{string.Join(", ", _dims)}]";
}
