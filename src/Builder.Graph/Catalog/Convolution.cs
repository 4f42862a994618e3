using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>What all convolutions share: parameters, checks and the sizes of their weights.</summary>
public abstract class ConvolutionKind : ModuleKind
{
    private static readonly MessageTemplate GroupsMismatch = new(
        "GroupsMismatch.filters",
        "{inputs} input and {outputs} output channels cannot both be split into {groups} equal groups.",
        "{inputs} 个输入通道和 {outputs} 个输出通道无法都平均分成 {groups} 组。");

    private static readonly MessageTemplate SetGroupsTo = new(
        "fix-set-number-of-filter-groups",
        "Set groups to {fitting}",
        "将分组设为 {fitting}");

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
            "该层寻找多少种局部特征，每种输出一个通道。")),
        Parameter.IntegerOrList("kernel_size", 3, new("Kernel size", "卷积核大小"), new(
            "How large a patch each pattern covers.",
            "每个卷积核覆盖多大的区域。"), 1, MaxKernel),
        Parameter.IntegerOrList("stride", 1, new("Stride", "步幅"), new(
            "How far the patch moves each time. 2 halves height and width.",
            "区域每次移动多远。填 2 时高和宽减半。"), 1, MaxKernel),
        Parameter.IntegerOrList("padding", 0, new("Padding", "填充"), new(
            "Zeros added around the input. 1 keeps the size with a kernel of 3.",
            "在输入四周补多少圈零。卷积核为 3 时填 1 可保持大小不变。"), 0, MaxKernel),
        Parameter.IntegerOrList("dilation", 1, new("Dilation", "膨胀率"), new(
            "Distance between the points of the patch: more sees further with the same number of weights.",
            "区域内各点的间隔。间隔越大，用同样多的权重就能看得越远。"), 1, MaxKernel),
        Parameter.Size("groups", 1, new("Groups", "分组"), new(
            "Splits the channels into groups that do not see each other. As many groups as input channels is a depthwise convolution.",
            "把通道分成互不相干的若干组。组数等于输入通道数时即为深度卷积。")),
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
        return CommonProblems.Mismatch(
            block,
            GroupsMismatch.With(("inputs", inputs), ("outputs", outputs), ("groups", groups)),
            CommonProblems.Set(block, "groups", fitting, SetGroupsTo.With(("fitting", fitting))));
    }
}

/// <summary>Convolutions that look for patterns: every output is a weighted sum of a patch of the input.</summary>
public abstract class ForwardConvolutionKind : ConvolutionKind
{
    /// <inheritdoc/>
    protected override Dim OutputLength(BlockInstance block, int dimension) =>
        Window(block, dimension).Output(block.Input.Shape[dimension + 2]);

    /// <inheritdoc/>
    protected override (long First, long Second) WeightChannels(long inputs, long outputs, long groups) => (outputs, inputs / groups);

    /// <inheritdoc/>
    protected override Problem? SizeProblem(BlockInstance block) =>
        WindowRules.CheckKernel(block, Dimensions, dimension => Window(block, dimension), OutputLength);
}

/// <summary>Convolution over one dimension: [N, in_channels, L] to [N, out_channels, L′], L′ = ⌊(L + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1.</summary>
public sealed class Conv1d : ForwardConvolutionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D convolution", "一维卷积层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Slides small learned patterns along a series and reports where each is found.",
        "让可学习的卷积核沿序列滑动，指出各种局部特征出现在哪里。");

    /// <inheritdoc/>
    public override string Formula => @"y_{o} = b_{o} + \sum_{c} w_{o,c} \star x_{c}";

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}

/// <summary>Convolution over two dimensions: [N, in_channels, H, W] to [N, out_channels, H′, W′], sizes as in <see cref="Conv1d"/>.</summary>
public sealed class Conv2d : ForwardConvolutionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D convolution", "二维卷积层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Slides small learned patterns over a picture and reports where each is found. The heart of picture recognition.",
        "让可学习的卷积核在图片上滑动，指出各种局部特征出现在哪里，是图像识别的核心。");

    /// <inheritdoc/>
    public override string Formula => @"y_{o} = b_{o} + \sum_{c} w_{o,c} \star x_{c}";

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}

/// <summary>Transposed convolutions: the gradient of a convolution by its input, used to enlarge.</summary>
public abstract class TransposedConvolutionKind : ConvolutionKind
{
    private static readonly MessageTemplate OutputPaddingTooLarge = new(
        "OutputPaddingTooLarge",
        "the output padding {extra} must be smaller than the stride {stride} or the dilation {dilation}.",
        "输出填充 {extra} 必须小于步幅 {stride} 或膨胀率 {dilation}。");

    private static readonly MessageTemplate SetOutputPaddingTo0 = new(
        "fix-set-output-padding-to-0",
        "Set the output padding to 0",
        "将输出填充设为 0");

    private static readonly MessageTemplate OutputTooSmall = new(
        "OutputTooSmall.padding",
        "nothing would be left of {input}: the padding takes away more than the layer adds.",
        "{input} 将什么都不剩：填充去掉的比该层增加的还多。");

    private static readonly MessageTemplate SetPaddingTo0 = new("fix-set-padding-to-0", "Set the padding to 0", "将填充设为 0");

    private ImmutableArray<Parameter> _parameters;

    /// <inheritdoc/>
    protected override bool StartsFromOnePixel => true;

    /// <inheritdoc/>
    protected override string[] PerDimension => [.. base.PerDimension, "output_padding"];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => _parameters.IsDefault
        ? _parameters = base.Parameters.Insert(4, Parameter.IntegerOrList("output_padding", 0, new("Output padding", "输出填充"), new(
            "Adds rows at one end, for sizes that the stride alone cannot reach.",
            "在一端补行，用于得到仅靠步幅无法达到的大小。"), 0, 1_000))
        : _parameters;

    /// <inheritdoc/>
    protected override Dim OutputLength(BlockInstance block, int dimension) =>
        Window(block, dimension).TransposedOutput(block.Input.Shape[dimension + 2], OutputPadding(block, dimension));

    /// <inheritdoc/>
    protected override (long First, long Second) WeightChannels(long inputs, long outputs, long groups) => (inputs, outputs / groups);

    /// <inheritdoc/>
    protected override Problem? SizeProblem(BlockInstance block)
    {
        for (var i = 0; i < Dimensions; i++)
        {
            if ((OutputPaddingProblem(block, i) ?? TooSmallProblem(block, i)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private Problem? OutputPaddingProblem(BlockInstance block, int dimension)
    {
        var (window, extra) = (Window(block, dimension), OutputPadding(block, dimension));
        return extra < Math.Max(window.Stride, window.Dilation) ? null : CommonProblems.Mismatch(
            block,
            OutputPaddingTooLarge.With(("extra", extra), ("stride", window.Stride), ("dilation", window.Dilation)),
            CommonProblems.Set(
                block, "output_padding", 0, SetOutputPaddingTo0.With()));
    }

    private Problem? TooSmallProblem(BlockInstance block, int dimension)
    {
        var output = OutputLength(block, dimension);
        return !output.IsKnown || output.Size >= 1 ? null : CommonProblems.Mismatch(
            block,
            OutputTooSmall.With(("input", TypeWords.Describe(block.Input))),
            CommonProblems.Set(
                block, "padding", 0, SetPaddingTo0.With()));
    }

    private long OutputPadding(BlockInstance block, int dimension) => block.Ints("output_padding", Dimensions)[dimension];
}

/// <summary>Transposed convolution over one dimension: [N, in_channels, L] to [N, out_channels, L′], L′ = (L − 1)·stride − 2·padding + dilation·(kernel_size − 1) + output_padding + 1.</summary>
public sealed class ConvTranspose1d : TransposedConvolutionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Transposed 1-D convolution", "一维转置卷积层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "The reverse of a convolution: paints learned patterns into a longer series.",
        "卷积的反向操作：用学到的局部特征画出一条更长的序列。");

    /// <inheritdoc/>
    public override string Formula => @"y_{o} = b_{o} + \sum_{c} w_{c,o} * (x_{c} \uparrow s)";

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}

/// <summary>Transposed convolution over two dimensions: [N, in_channels, H, W] to [N, out_channels, H′, W′], sizes as in <see cref="ConvTranspose1d"/>.</summary>
public sealed class ConvTranspose2d : TransposedConvolutionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Transposed 2-D convolution", "二维转置卷积层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "The reverse of a convolution: paints learned patterns into a larger picture. Kernel 4, stride 2, padding 1 doubles height and width.",
        "卷积的反向操作：用学到的局部特征画出一张更大的图片。卷积核 4、步幅 2、填充 1 时，高和宽翻倍。");

    /// <inheritdoc/>
    public override string Formula => @"y_{o} = b_{o} + \sum_{c} w_{c,o} * (x_{c} \uparrow s)";

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}
