using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Pooling to a given size, whatever the size of the input.</summary>
public abstract class AdaptivePoolingKind : ModuleKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Pooling;

    /// <inheritdoc/>
    public override string Formula => @"y = \frac{1}{k} \sum_{\text{patch}} x";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.IntegerOrList("output_size", 1, new("Output size", "输出大小"), new(
            "The size that comes out, for any input. 1 leaves one mean for each channel.",
            "无论输入多大，输出都是这个大小。填 1 时每个通道只剩一个平均值。"), 1, 10_000),
    ];

    /// <summary>Number of spatial dimensions.</summary>
    protected abstract int Dimensions { get; }

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((SpatialRules.CheckInput(block, Dimensions) ?? SpatialRules.CheckCount(block, "output_size", Dimensions)) is { } problem)
        {
            return problem;
        }

        var shape = block.Input.Shape;
        var sizes = block.Ints("output_size", Dimensions);
        for (var i = 0; i < Dimensions; i++)
        {
            shape = shape.With(i + 2, sizes[i]);
        }

        return block.Input.Reshaped(shape);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id, [block.Value("output_size")]);
}
