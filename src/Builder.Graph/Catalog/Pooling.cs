using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>What pooling kinds with a sliding kernel share: every patch becomes one value, channel by channel.</summary>
public abstract class PoolingKind : ModuleKind
{
    private static readonly MessageTemplate PaddingTooLarge = new(
        "PaddingTooLarge",
        "the padding {padding} may be at most half the kernel size, here {most}.",
        "填充 {padding} 最多只能是核大小的一半，这里是 {most}。");

    private static readonly MessageTemplate SetPaddingTo = new(
        "fix-set-padding-to",
        "Set the padding to {most}",
        "将填充设为 {most}");

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
            : CommonProblems.Mismatch(
                block,
                PaddingTooLarge.With(("padding", padding), ("most", most)),
                CommonProblems.Set(block, "padding", most, SetPaddingTo.With(("most", most))));
    }
}

/// <summary>Pooling that keeps the largest value of every patch.</summary>
public abstract class MaxPoolingKind : PoolingKind
{
    /// <inheritdoc/>
    protected override string[] PerDimension => [.. base.PerDimension, "dilation"];

    /// <inheritdoc/>
    public override string Formula => @"y = \max_{\text{patch}} x";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        .. WindowParameters,
        Parameter.IntegerOrList("dilation", 1, new("Dilation", "膨胀率"), new(
            "Distance between the points of a patch.",
            "区域内各点的间隔。"), 1, 1_000),
        CeilMode,
    ];

    /// <inheritdoc/>
    protected override long Dilation(BlockInstance block, int dimension) => block.Ints("dilation", Dimensions)[dimension];
}

/// <summary>The largest value of every stretch: [N, C, L] to [N, C, L′].</summary>
public sealed class MaxPool1d : MaxPoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D max pooling", "一维最大池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Keeps only the largest value of every stretch. Makes a series shorter, keeps what stands out.",
        "每一段只保留最大值，缩短序列并保留最突出的部分。");

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}

/// <summary>The largest value of every patch: [N, C, H, W] to [N, C, H′, W′].</summary>
public sealed class MaxPool2d : MaxPoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D max pooling", "二维最大池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Keeps only the largest value of every patch. Makes a picture smaller, keeps what stands out.",
        "每个区域只保留最大值，缩小图片并保留最突出的部分。");

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}

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

/// <summary>The mean of every stretch: [N, C, L] to [N, C, L′].</summary>
public sealed class AvgPool1d : AveragePoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D average pooling", "一维平均池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Replaces every stretch by its mean. Makes a series shorter and smoother.",
        "用平均值代替每一段，使序列更短、更平滑。");

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}

/// <summary>The mean of every patch: [N, C, H, W] to [N, C, H′, W′].</summary>
public sealed class AvgPool2d : AveragePoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D average pooling", "二维平均池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Replaces every patch by its mean. Makes a picture smaller and smoother.",
        "用平均值代替每个区域，使图片更小、更平滑。");

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}

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

/// <summary>Means to a given length: [N, C, L] to [N, C, output_size].</summary>
public sealed class AdaptiveAvgPool1d : AdaptivePoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D adaptive average pooling", "一维自适应平均池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Averages a series down to a length of your choice, whatever its length before.",
        "无论序列原来多长，都取平均缩到指定长度。");

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}

/// <summary>Means to a given size: [N, C, H, W] to [N, C, output_size, output_size].</summary>
public sealed class AdaptiveAvgPool2d : AdaptivePoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D adaptive average pooling", "二维自适应平均池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Averages a picture down to a size of your choice, whatever its size before.",
        "无论图片原来多大，都取平均缩到指定大小。");

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}
