using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Leaky ReLU whose slope for negative values is learned.</summary>
public sealed class PReLU : ActivationKind
{
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
        return CommonProblems.Mismatch(block, "SlopesMismatch", new(
            $"it has {slopes} slopes, but {channels} channels arrive {shape}.",
            $"有 {slopes} 个斜率，但收到的是 {channels} 个通道 {shape}。"), CommonProblems.Set(block, "num_parameters", 1, new(
                "Use one slope for all", "所有通道共用一个斜率")));
    }
}
