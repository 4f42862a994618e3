using System.Collections.Immutable;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>What pooling kinds with a sliding kernel share: every patch becomes one value, channel by channel.</summary>
public abstract class PoolingKind : ModuleKind
{
    private const long MaxKernel = 1_000;

    /// <inheritdoc/>
    public override Family Family => Family.Pooling;

    /// <summary>Number of spatial dimensions.</summary>
    protected abstract int Dimensions { get; }

    /// <summary>Names of the "int or tuple" parameters.</summary>
    protected virtual string[] PerDimension => ["kernel_size", "stride", "padding"];

    /// <summary>Kernel, stride and padding.</summary>
    protected static ImmutableArray<Parameter> WindowParameters { get; } =
    [
        Parameter.IntegerOrList("kernel_size", 2, new("Kernel size", "核大小"), new(
            "How large a patch becomes one value. 2 halves height and width.",
            "多大的区域合并为一个数值。填 2 时高和宽减半。"), 1, MaxKernel),
        Parameter.IntegerOrList("stride", null, new("Stride", "步幅"), new(
            "How far the patch moves each time. Left empty, patches lie side by side.",
            "区域每次移动多远。不填则各区域紧挨着排列。"), 1, MaxKernel),
        Parameter.IntegerOrList("padding", 0, new("Padding", "填充"), new(
            "Width of the margin added around the input, at most half the kernel.",
            "在输入四周增加的边距，最多为核大小的一半。"), 0, MaxKernel),
    ];

    /// <summary>Whether a patch that is only partly filled counts.</summary>
    protected static Parameter CeilMode { get; } = Parameter.Switch("ceil_mode", false, new("Keep the rest", "保留余下部分"), new(
        "Also pools what is left over at the end when the size cannot be divided evenly.",
        "当大小无法整除时，也对末尾余下的部分做池化。"));

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((SpatialRules.CheckInput(block, Dimensions)
            ?? SpatialRules.CheckCounts(block, Dimensions, PerDimension)
            ?? PaddingProblem(block)
            ?? WindowRules.CheckKernel(block, Dimensions, dimension => Window(block, dimension), OutputLength)) is { } problem)
        {
            return problem;
        }

        var shape = block.Input.Shape;
        for (var i = 0; i < Dimensions; i++)
        {
            shape = shape.With(i + 2, OutputLength(block, i));
        }

        return block.Input.Reshaped(shape);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id, [block.Value("kernel_size")],
        [.. Parameters.Where(p => p.Name != "kernel_size" && block.Value(p.Name) != p.Default)
            .Select(p => (p.Name, (object?)block.Value(p.Name)))]);

    /// <summary>Distance between the elements of the kernel along a dimension.</summary>
    protected virtual long Dilation(BlockInstance block, int dimension) => 1;

    private SlidingWindow Window(BlockInstance block, int dimension) => new(
        block.Ints("kernel_size", Dimensions)[dimension],
        block.Ints(block.Has("stride") ? "stride" : "kernel_size", Dimensions)[dimension],
        block.Ints("padding", Dimensions)[dimension],
        Dilation(block, dimension));

    private Dim OutputLength(BlockInstance block, int dimension) =>
        Window(block, dimension).Output(block.Input.Shape[dimension + 2], block.Flag("ceil_mode"));

    private Problem? PaddingProblem(BlockInstance block)
    {
        var most = Enumerable.Range(0, Dimensions).Min(i => Window(block, i).Kernel / 2);
        var padding = Enumerable.Range(0, Dimensions).Max(i => Window(block, i).Padding);
        return Enumerable.Range(0, Dimensions).All(i => Window(block, i) is var w && w.Padding <= w.Kernel / 2)
            ? null
            : CommonProblems.Mismatch(block, "PaddingTooLarge", new(
                $"the padding {padding} may be at most half the kernel size, here {most}.",
                $"填充 {padding} 最多只能是核大小的一半，这里是 {most}。"), CommonProblems.Set(block, "padding", most, new(
                    $"Set the padding to {most}", $"将填充设为 {most}")));
    }
}
