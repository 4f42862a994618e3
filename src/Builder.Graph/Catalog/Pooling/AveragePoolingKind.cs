using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Pooling that takes the mean of every patch.</summary>
public abstract class AveragePoolingKind : PoolingKind
{
    /// <inheritdoc/>
    public override string Formula => @"y = \frac{1}{k} \sum_{\text{patch}} x";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        .. WindowParameters,
        CeilMode,
        Parameter.Switch("count_include_pad", true, new("Count the padding", "计入填充"), new(
            "Whether the zeros of the padding count in the mean.",
            "求平均时是否计入填充的零。")),
    ];
}
