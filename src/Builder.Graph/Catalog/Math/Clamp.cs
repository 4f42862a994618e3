using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Every number kept between two bounds.</summary>
public sealed class Clamp : UnaryKind
{
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
        : CommonProblems.Mismatch(block, "BoundsOrder", new(
            "the smallest value is above the largest.", "最小值大于最大值。"),
            CommonProblems.Set(block, "min", block.Value("max")!, new("Lower it to the largest", "降到最大值")));

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        "torch.clamp", [new PyTorchLine.Verbatim("input")], ("min", block.Value("min")), ("max", block.Value("max")));
}
