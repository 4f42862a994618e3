using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Cuts values off at a lower and an upper limit.</summary>
public sealed class Hardtanh : ActivationKind
{
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
        return low < high ? base.Infer(block) : CommonProblems.Mismatch(block, "LimitsCrossed", new(
            $"the lower limit {low} must be below the upper limit {high}.",
            $"下限 {low} 必须小于上限 {high}。"), CommonProblems.Set(block, "max_val", low + 1, new(
                $"Set the upper limit to {low + 1}", $"将上限设为 {low + 1}")));
    }
}
