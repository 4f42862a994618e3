using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>An activation: the same function of every element; [*] to [*], the shape stays.</summary>
public abstract class ActivationKind : ModuleKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Activation;

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        CommonProblems.ValuesExpected(block) is { } problem ? problem : block.Input;
}

/// <summary>max(0, x): positive elements stay, negative ones become zero; [*] to [*].</summary>
public sealed class ReLU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("ReLU", "ReLU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lets positive values through and turns negative ones into zero. The usual first choice between layers.",
        "正数原样通过，负数变为零。层与层之间最常用的激活函数。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x)";
}

/// <summary>min(max(0, x), 6); [*] to [*].</summary>
public sealed class ReLU6 : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("ReLU6", "ReLU6 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like ReLU, but values above 6 become 6. Made for small models on phones.",
        "与 ReLU 相同，但大于 6 的值取 6，常用于手机上的小模型。");

    /// <inheritdoc/>
    public override string Formula => @"\min(\max(0, x), 6)";
}

/// <summary>max(0, x) + negative_slope · min(0, x); [*] to [*].</summary>
public sealed class LeakyReLU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Leaky ReLU", "带泄漏的 ReLU");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like ReLU, but negative values are made small instead of zero, so that no unit falls silent. Popular in GANs.",
        "与 ReLU 类似，但负数只是缩小而不归零，避免神经元“失活”。常用于 GAN。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x) + a \min(0, x)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("negative_slope", 0.01, new("Negative slope", "负半轴斜率"), new(
            "What negative values are multiplied by.",
            "负数要乘以的系数。"), 0, 10),
    ];
}

/// <summary>max(0, x) + weight · min(0, x), with one learned slope or one a channel (dimension 1); [N, C, *] to [N, C, *] (He et al. 2015).</summary>
public sealed class PReLU : ActivationKind
{
    private static readonly MessageTemplate SlopesMismatch = new(
        "SlopesMismatch",
        "it has {slopes} slopes, but {channels} channels arrive {shape}.",
        "有 {slopes} 个斜率，但收到的是 {channels} 个通道 {shape}。");

    private static readonly MessageTemplate UseOneSlopeForAll = new(
        "fix-use-one-slope-for-all",
        "Use one slope for all",
        "所有通道共用一个斜率");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("PReLU", "PReLU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like Leaky ReLU, but the slope for negative values is learned, one for all channels or one for each.",
        "与带泄漏的 ReLU 类似，但负半轴的斜率由训练学到，可以所有通道共用一个，也可以每个通道一个。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x) + a \min(0, x)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Size("num_parameters", 1, new("Number of slopes", "斜率数量"), new(
            "1 for one slope in all, or the number of channels for one slope each.",
            "填 1 表示共用一个斜率，填通道数表示每个通道一个斜率。")),
        Parameter.Real("init", 0.25, new("Start value", "初始值"), new(
            "The slope before training.",
            "训练前的斜率。"), -10, 10),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((CommonProblems.ValuesExpected(block) ?? SlopesProblem(block)) is { } problem)
        {
            return problem;
        }

        return ShapeResult.Of(block.Input, WeightSpec.Of("weight", block.Int("num_parameters")));
    }

    private static Problem? SlopesProblem(BlockInstance block)
    {
        var (slopes, shape) = (block.Int("num_parameters"), block.Input.Shape);
        if (slopes == 1 || (shape.Rank > 1 && shape[1] == slopes))
        {
            return null;
        }

        var channels = shape.Rank > 1 ? shape[1] : 1;
        return CommonProblems.Mismatch(
            block,
            SlopesMismatch.With(("slopes", slopes), ("channels", channels), ("shape", shape)),
            CommonProblems.Set(block, "num_parameters", 1, UseOneSlopeForAll.With()));
    }
}

/// <summary>x for positive elements, alpha · (exp(x) − 1) for the others; [*] to [*] (Clevert et al. 2016).</summary>
public sealed class ELU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("ELU", "ELU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like ReLU, but negative values bend smoothly towards a lower limit, which keeps the average near zero.",
        "与 ReLU 类似，但负数沿平滑曲线趋近一个下限，使平均值接近零。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x) + \min(0, \alpha (e^{x} - 1))";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("alpha", 1.0, new("Alpha", "α"), new(
            "How far below zero the curve goes.",
            "曲线最低降到零以下多少。"), 0, 100),
    ];
}

/// <summary>max(0, x) + min(0, alpha · (exp(x / alpha) − 1)), whose slope is continuous for every alpha; [*] to [*] (Barron 2017).</summary>
public sealed class CELU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("CELU", "CELU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like ELU, but without a kink at zero for any alpha.",
        "与 ELU 类似，但无论 α 取何值，在零点都没有折角。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1))";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("alpha", 1.0, new("Alpha", "α"), new(
            "How far below zero the curve goes.",
            "曲线最低降到零以下多少。"), 0, 100, minExclusive: true),
    ];
}

/// <summary>Scaled ELU with fixed constants that keep mean 0 and variance 1 from layer to layer; [*] to [*] (Klambauer et al. 2017).</summary>
public sealed class SELU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("SELU", "SELU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A curve whose constants keep values at mean 0 and variance 1 from layer to layer.",
        "通过特定常数，使数值在层间传递时保持均值 0、方差 1。");

    /// <inheritdoc/>
    public override string Formula => @"1.0507 \left(\max(0, x) + \min(0, 1.6733 (e^{x} - 1))\right)";
}

/// <summary>x · Φ(x), Φ being the distribution function of N(0, 1), or its tanh approximation; [*] to [*] (Hendrycks and Gimpel 2016).</summary>
public sealed class GELU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("GELU", "GELU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A smooth relative of ReLU. The usual choice inside Transformers such as GPT and BERT.",
        "ReLU 的平滑版本，GPT、BERT 等 Transformer 模型常用。");

    /// <inheritdoc/>
    public override string Formula => @"x \, \Phi(x)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.OneOf("approximate", new("Formula", "计算公式"), new(
            "Exact, or a slightly different formula with tanh that GPT-2 uses.",
            "精确公式，或 GPT-2 使用的、略有差别的 tanh 近似公式。"),
            new("none", new("Exact", "精确")),
            new("tanh", new("With tanh", "tanh 近似"))),
    ];
}

/// <summary>x · sigmoid(x), also called Swish; [*] to [*] (Elfwing et al. 2017).</summary>
public sealed class SiLU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("SiLU (Swish)", "SiLU（Swish）激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A smooth relative of ReLU that dips slightly below zero. Also called Swish.",
        "ReLU 的平滑版本，在零点左侧略低于零，也叫 Swish。");

    /// <inheritdoc/>
    public override string Formula => @"x \, \sigma(x)";
}

/// <summary>x · tanh(softplus(x)); [*] to [*] (Misra 2019).</summary>
public sealed class Mish : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Mish", "Mish 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A smooth relative of ReLU, a little slower, sometimes a little better on pictures.",
        "ReLU 的平滑版本，稍慢一些，在图片上有时效果略好。");

    /// <inheritdoc/>
    public override string Formula => @"x \tanh(\ln(1 + e^{x}))";
}

/// <summary>log(1 + exp(beta · x)) / beta, and x where beta · x is above the threshold; [*] to [*].</summary>
public sealed class Softplus : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Softplus", "Softplus 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A smooth ReLU whose result is always above zero: good for amounts that cannot be negative.",
        "平滑的 ReLU，结果始终大于零，适合不可能为负的量。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{1}{\beta} \ln(1 + e^{\beta x})";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("beta", 1.0, new("Beta", "β"), new(
            "How sharply the curve bends: larger is closer to ReLU.",
            "曲线弯折的锐利程度，越大越接近 ReLU。"), 0, 1000, minExclusive: true),
        Parameter.Real("threshold", 20.0, new("Threshold", "阈值"), new(
            "Above this value (times beta) the curve is a straight line.",
            "数值（乘以 β 后）超过它时，曲线就是直线。"), 0, 1000),
    ];
}
