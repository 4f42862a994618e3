using System.Collections.Immutable;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>What all convolutions share: parameters, checks and the sizes of their weights.</summary>
public abstract class ConvolutionKind : ModuleKind
{
    private const long MaxKernel = 1_000;

    /// <inheritdoc/>
    public override Family Family => Family.Convolution;

    /// <summary>Number of spatial dimensions.</summary>
    protected abstract int Dimensions { get; }

    /// <summary>Whether a plain list of numbers is best read as one pixel with many channels.</summary>
    protected virtual bool StartsFromOnePixel => false;

    /// <summary>Names of the "int or tuple" parameters.</summary>
    protected virtual string[] PerDimension => ["kernel_size", "stride", "padding", "dilation"];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Size("out_channels", 32, new("Output channels", "输出通道数"), new(
            "How many different patterns the layer looks for. Each makes a channel of its own.",
            "该层寻找多少种不同的图案，每种图案输出一个通道。")),
        Parameter.IntegerOrList("kernel_size", 3, new("Kernel size", "卷积核大小"), new(
            "How large a patch each pattern covers.",
            "每个图案覆盖多大的区域。"), 1, MaxKernel),
        Parameter.IntegerOrList("stride", 1, new("Stride", "步幅"), new(
            "How far the patch moves each time. 2 halves height and width.",
            "区域每次移动多远。填 2 时高和宽减半。"), 1, MaxKernel),
        Parameter.IntegerOrList("padding", 0, new("Padding", "填充"), new(
            "Zeros added around the input. 1 keeps the size with a kernel of 3.",
            "在输入四周补多少圈零。卷积核为 3 时填 1 可保持大小不变。"), 0, MaxKernel),
        Parameter.IntegerOrList("dilation", 1, new("Dilation", "扩张"), new(
            "Distance between the points of the patch: more sees further with the same number of weights.",
            "区域内各点的间隔。间隔越大，用同样多的权重就能看得越远。"), 1, MaxKernel),
        Parameter.Size("groups", 1, new("Groups", "分组"), new(
            "Splits the channels into groups that do not see each other. As many groups as input channels is a depthwise convolution.",
            "把通道分成互不相通的若干组。组数等于输入通道数时即为深度卷积。")),
        Parameter.Switch("bias", true, new("Bias", "偏置"), new(
            "Adds a learned constant to every channel.",
            "给每个通道加上一个可学习的常数。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((SpatialRules.CheckChannels(block, Dimensions, StartsFromOnePixel)
            ?? SpatialRules.CheckCounts(block, Dimensions, PerDimension)
            ?? GroupsProblem(block)
            ?? SizeProblem(block)) is { } problem)
        {
            return problem;
        }

        return new([block.Input.Reshaped(OutputShape(block))], Weights(block), []);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id,
        [block.Input.Shape[1].ToString(), block.Value("out_channels"), block.Value("kernel_size")],
        [.. Parameters.Where(p => p.Name is not ("out_channels" or "kernel_size") && block.Value(p.Name) != p.Default)
            .Select(p => (p.Name, (object?)block.Value(p.Name)))]);

    /// <summary>What is wrong with the sizes; null where every spatial dimension of the output has at least one element.</summary>
    protected abstract Problem? SizeProblem(BlockInstance block);

    /// <summary>Length of the output along spatial dimension <paramref name="dimension"/>.</summary>
    protected abstract Dim OutputLength(BlockInstance block, int dimension);

    /// <summary>The first two sizes of the weight.</summary>
    protected abstract (long First, long Second) WeightChannels(long inputs, long outputs, long groups);

    /// <summary>The kernel along one spatial dimension.</summary>
    protected SlidingWindow Window(BlockInstance block, int dimension) => new(
        block.Ints("kernel_size", Dimensions)[dimension],
        block.Ints("stride", Dimensions)[dimension],
        block.Ints("padding", Dimensions)[dimension],
        block.Ints("dilation", Dimensions)[dimension]);

    private Shape OutputShape(BlockInstance block)
    {
        var shape = block.Input.Shape.With(1, block.Int("out_channels"));
        for (var i = 0; i < Dimensions; i++)
        {
            shape = shape.With(i + 2, OutputLength(block, i));
        }

        return shape;
    }

    private ImmutableArray<WeightSpec> Weights(BlockInstance block)
    {
        var outputs = block.Int("out_channels");
        var (first, second) = WeightChannels(block.Input.Shape[1].Size, outputs, block.Int("groups"));
        var weight = WeightSpec.Of("weight", [first, second, .. block.Ints("kernel_size", Dimensions)]);
        return block.Flag("bias") ? [weight, WeightSpec.Of("bias", outputs)] : [weight];
    }

    private static Problem? GroupsProblem(BlockInstance block)
    {
        var (inputs, outputs, groups) = (block.Input.Shape[1].Size, block.Int("out_channels"), block.Int("groups"));
        if (inputs % groups == 0 && outputs % groups == 0)
        {
            return null;
        }

        var fitting = CommonProblems.GreatestCommonDivisor(groups, CommonProblems.GreatestCommonDivisor(inputs, outputs));
        return CommonProblems.Mismatch(block, "GroupsMismatch", new(
            $"{inputs} input and {outputs} output channels cannot both be split into {groups} equal groups.",
            $"{inputs} 个输入通道和 {outputs} 个输出通道无法都平均分成 {groups} 组。"), CommonProblems.Set(block, "groups", fitting, new(
                $"Set groups to {fitting}", $"将分组设为 {fitting}")));
    }
}
