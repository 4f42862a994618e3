using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Graph.Shapes;

/// <summary>What flows along a wire.</summary>
/// <param name="Shape">Sizes, the batch first where there is one.</param>
/// <param name="Element">Float32 for values, Int64 for class and token numbers.</param>
/// <param name="Classes">
/// For class and token numbers: how many different ones there can be, where that is known. For values: how many labels they tell, each a yes or no of
/// its own; null for any other values.
/// </param>
public sealed record TensorType(Shape Shape, ElementType Element = ElementType.Float32, int? Classes = null)
{
    /// <summary>A batch of float values: [N, …sample].</summary>
    public static TensorType Batched(params ReadOnlySpan<long> sample) => new(Shape.Batched(sample));

    /// <summary>True where each value says of one label whether it is there: labels do not exclude each other.</summary>
    public bool IsMultiLabel => Element == ElementType.Float32 && Classes is not null;

    /// <summary>A single float value, such as a loss.</summary>
    public static TensorType Scalar { get; } = new(Shape.Scalar);

    /// <summary>The same element type in another shape.</summary>
    public TensorType Reshaped(Shape shape) => this with { Shape = shape };

    /// <summary>Its shape, as it stands in messages.</summary>
    public static implicit operator MessageArgument(TensorType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Shape;
    }

    /// <inheritdoc/>
    public override string ToString() => Shape.ToString();
}
