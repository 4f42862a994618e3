using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Arithmetic on every element; [*] to [*], the shape stays.</summary>
public abstract class UnaryKind : BlockKind
{
    /// <inheritdoc/>
    public sealed override Family Family => Family.Math;

    /// <inheritdoc/>
    public override string Source => $"https://pytorch.org/docs/stable/generated/torch.{Function}.html";

    /// <summary>PyTorch's function.</summary>
    protected virtual string Function => "mul";

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block) =>
        (CommonProblems.ValuesExpected(block) ?? Check(block)) is { } problem ? problem : new TensorType(block.Input.Shape);

    /// <summary>Parameters that do not go together; null where all is well.</summary>
    protected virtual Problems.Problem? Check(BlockInstance block) => null;

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => $"torch.{Function}(input)";
}

/// <summary>|x|; [*] to [*].</summary>
public sealed class Abs : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Absolute value", "绝对值");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Drops the minus sign of every number.",
        "去掉每个数的负号。");

    /// <inheritdoc/>
    public override string Formula => @"y = |x|";

    /// <inheritdoc/>
    protected override string Function => "abs";
}

/// <summary>exp(x); [*] to [*].</summary>
public sealed class Exp : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Exponential", "指数");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Turns every number into a positive one that grows ever faster.",
        "把每个数变成正数，且增长越来越快。");

    /// <inheritdoc/>
    public override string Formula => @"y = e^{x}";

    /// <inheritdoc/>
    protected override string Function => "exp";
}

/// <summary>Natural logarithm; [*] to [*]. −∞ at 0, not a number below.</summary>
public sealed class Log : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Logarithm", "对数");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Turns factors into differences. Only for numbers above 0.",
        "把倍数变成差值。只适用于大于 0 的数。");

    /// <inheritdoc/>
    public override string Formula => @"y = \ln x";

    /// <inheritdoc/>
    protected override string Function => "log";
}

/// <summary>x²; [*] to [*].</summary>
public sealed class Square : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Square", "平方");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Multiplies every number by itself.",
        "把每个数与自身相乘。");

    /// <inheritdoc/>
    public override string Formula => @"y = x^2";

    /// <inheritdoc/>
    protected override string Function => "square";
}

/// <summary>min(max(x, min), max); [*] to [*].</summary>
public sealed class Clamp : UnaryKind
{
    private static readonly MessageTemplate BoundsOrder = new(
        "BoundsOrder",
        "the smallest value is above the largest.",
        "最小值大于最大值。");

    private static readonly MessageTemplate LowerItToLargest = new(
        "fix-lower-it-to-largest",
        "Lower it to the largest",
        "降到最大值");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Limit", "截断");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Keeps every number between a smallest and a largest value.",
        "把每个数限制在最小值和最大值之间。");

    /// <inheritdoc/>
    public override string Formula => @"y = \min(\max(x, a), b)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("min", ParameterType.Number, 0.0, new("Smallest", "最小值"), new(
            "Smaller numbers become this.", "更小的数变为该值。"), -1e30, 1e30),
        new("max", ParameterType.Number, 1.0, new("Largest", "最大值"), new(
            "Larger numbers become this.", "更大的数变为该值。"), -1e30, 1e30),
    ];

    /// <inheritdoc/>
    protected override string Function => "clamp";

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) => block.Real("min") <= block.Real("max") ? null
        : CommonProblems.Mismatch(block, BoundsOrder.With(),
            CommonProblems.Set(block, "min", block.Value("max")!, LowerItToLargest.With()));

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        "torch.clamp", [new PyTorchLine.Verbatim("input")], ("min", block.Value("min")), ("max", block.Value("max")));
}

/// <summary>factor · x + offset; [*] to [*].</summary>
public sealed class Scale : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Scale and shift", "缩放与平移");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Multiplies every number by a factor and adds an offset: to weigh one loss against another, or to bring numbers into a range.",
        "把每个数乘以系数再加上偏移：用于给损失加权，或把数值调整到某个范围。");

    /// <inheritdoc/>
    public override string Formula => @"y = f x + o";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("factor", 1, new("Factor", "系数"), new("What every number is multiplied by.", "每个数乘以的系数。"), -1e9, 1e9),
        Parameter.Real("offset", 0, new("Offset", "偏移"), new("What is added afterwards.", "之后加上的数。"), -1e9, 1e9),
    ];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        $"{PyTorchLine.Literal(block.Value("factor"))} * input + {PyTorchLine.Literal(block.Value("offset"))}";
}
