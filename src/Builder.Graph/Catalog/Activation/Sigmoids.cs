using System.Collections.Immutable;
using Builder.Graph.Messages;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>1 / (1 + exp(−x)), between 0 and 1; [*] to [*].</summary>
public sealed class Sigmoid : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Sigmoid", "Sigmoid 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Squeezes any value to between 0 and 1, so that it can be read as a probability of “yes”.",
        "把任意数值压缩到 0 和 1 之间，可以当作“是”的概率来理解。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{1}{1 + e^{-x}}";
}

/// <summary>log(1 / (1 + exp(−x))), computed without overflow; [*] to [*].</summary>
public sealed class LogSigmoid : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("LogSigmoid", "LogSigmoid 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "The logarithm of the probability that Sigmoid gives, computed without rounding to zero.",
        "Sigmoid 所得概率的对数，计算时不会因舍入而变成零。");

    /// <inheritdoc/>
    public override string Formula => @"\ln \frac{1}{1 + e^{-x}}";
}

/// <summary>min(max(0, x / 6 + 1 / 2), 1): the sigmoid from straight pieces; [*] to [*].</summary>
public sealed class Hardsigmoid : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Hardsigmoid", "Hardsigmoid 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A quick stand-in for Sigmoid: three straight pieces between 0 and 1.",
        "Sigmoid 的快速替代，由 0 到 1 之间的三段直线组成。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{\min(\max(x + 3, 0), 6)}{6}";
}

/// <summary>x · hardsigmoid(x): Swish from straight pieces; [*] to [*] (Howard et al. 2019).</summary>
public sealed class Hardswish : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Hardswish", "Hardswish 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A quick stand-in for Swish (SiLU), made for small models on phones.",
        "Swish（SiLU）的快速替代，适合手机上的小模型。");

    /// <inheritdoc/>
    public override string Formula => @"x \cdot \frac{\min(\max(x + 3, 0), 6)}{6}";
}

/// <summary>tanh(x), between −1 and 1; [*] to [*].</summary>
public sealed class Tanh : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Tanh", "Tanh 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Squeezes any value to between −1 and 1. Often the last step of a network that makes pictures.",
        "把任意数值压缩到 -1 和 1 之间，常用作图片生成网络的最后一步。");

    /// <inheritdoc/>
    public override string Formula => @"\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}";
}

/// <summary>min(max(min_val, x), max_val); [*] to [*].</summary>
public sealed class Hardtanh : ActivationKind
{
    private static readonly MessageTemplate LimitsCrossed = new(
        "LimitsCrossed",
        "the lower limit {low} must be below the upper limit {high}.",
        "下限 {low} 必须小于上限 {high}。");

    private static readonly MessageTemplate SetUpperLimitTo = new(
        "fix-set-upper-limit-to",
        "Set the upper limit to {low}",
        "将上限设为 {low}");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Hardtanh", "Hardtanh 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Cuts values off at a lower and an upper limit: a quick stand-in for Tanh.",
        "把超出上下限的数值截断，是 Tanh 的快速替代。");

    /// <inheritdoc/>
    public override string Formula => @"\min(\max(x, \mathit{min}), \mathit{max})";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("min_val", -1.0, new("Lower limit", "下限"), new(
            "Values below it become it.",
            "低于下限的数值取下限。"), -1e6, 1e6),
        Parameter.Real("max_val", 1.0, new("Upper limit", "上限"), new(
            "Values above it become it.",
            "高于上限的数值取上限。"), -1e6, 1e6),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var (low, high) = (block.Real("min_val"), block.Real("max_val"));
        return low < high ? base.Infer(block) : CommonProblems.Mismatch(
            block,
            LimitsCrossed.With(("low", low), ("high", high)),
            CommonProblems.Set(block, "max_val", low + 1, SetUpperLimitTo.With(("low", low + 1))));
    }
}

/// <summary>x / (1 + |x|), between −1 and 1; [*] to [*].</summary>
public sealed class Softsign : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Softsign", "Softsign 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Squeezes any value to between −1 and 1, more gently than Tanh.",
        "把任意数值压缩到 -1 和 1 之间，比 Tanh 更平缓。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{x}{1 + |x|}";
}

/// <summary>a · sigmoid(b), a and b being the halves of the input along dim: [*, 2n, *] to [*, n, *] (Dauphin et al. 2017).</summary>
public sealed class GLU : ActivationKind
{
    private static readonly MessageTemplate OddSize = new(
        "OddSize",
        "dimension {dim} of {shape} has {size} values, which cannot be split in two equal halves.",
        "{shape} 的第 {dim} 维有 {size} 个数值，无法平分为两半。");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("GLU (gate)", "GLU 门控激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Splits its input in two halves: the second half decides how much of the first gets through.",
        "把输入分成两半，由后一半决定前一半通过多少。");

    /// <inheritdoc/>
    public override string Formula => @"a \odot \sigma(b)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("dim", -1, new("Dimension", "维度"), new(
            "The dimension that is split in two; -1 is the last one.",
            "要一分为二的维度，-1 表示最后一维。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((CommonProblems.ValuesExpected(block) ?? DimRule.Check(block, "dim", -1)) is { } problem)
        {
            return problem;
        }

        var dim = DimRule.FromFront(block.Int("dim"), block.Input.Shape.Rank);
        var size = block.Input.Shape[dim];
        return size.Size % 2 == 0
            ? block.Input.Reshaped(block.Input.Shape.With(dim, size / 2))
            : CommonProblems.Mismatch(block, OddSize.With(("dim", dim), ("shape", block.Input.Shape), ("size", size)));
    }
}
