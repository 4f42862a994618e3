using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Neighbouring dimensions become one: [N, C, H, W] to [N, C·H·W].</summary>
public sealed class Flatten : ModuleKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Flatten", "展平层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lays all values of a picture or sequence into one long list, as a fully connected layer needs it.",
        "把图片或序列的所有数值排成一个长列表，以便接全连接层。");

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("start_dim", 1, new("First dimension", "起始维度"), new(
            "The first dimension to be joined; 1 keeps the samples apart.",
            "从哪个维度开始合并，填 1 可保持样本分开。")),
        DimRule.Parameter("end_dim", -1, new("Last dimension", "结束维度"), new(
            "The last dimension to be joined; -1 is the last one.",
            "合并到哪个维度为止，-1 表示最后一维。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var (input, shape) = (block.Input, block.Input.Shape);
        if (shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, new("samples with several values [N, …]", "含多个数值的样本 [N, …]"));
        }

        if ((DimRule.Check(block, "start_dim", 1) ?? DimRule.Check(block, "end_dim", -1) ?? OrderProblem(block)) is { } problem)
        {
            return problem;
        }

        var (start, end) = (Front(block, "start_dim"), Front(block, "end_dim"));
        var joined = shape.Slice(start, end - start + 1).Product();
        ShapeResult result = input.Reshaped(shape.Slice(0, start).Append([joined, .. shape.Skip(end + 1)]));
        return shape.Rank > 2 ? result : result.WithWarning(AlreadyFlat(block));
    }

    private static int Front(BlockInstance block, string parameter) => DimRule.FromFront(block.Int(parameter), block.Input.Shape.Rank);

    private static Problem? OrderProblem(BlockInstance block) => Front(block, "start_dim") <= Front(block, "end_dim") ? null :
        CommonProblems.Mismatch(block, "DimensionsCrossed", new(
            $"the first dimension {block.Int("start_dim")} lies behind the last one {block.Int("end_dim")} in {block.Input.Shape}.",
            $"在 {block.Input.Shape} 中，起始维度 {block.Int("start_dim")} 位于结束维度 {block.Int("end_dim")} 之后。"),
            CommonProblems.Set(block, "end_dim", -1, new("Join up to the last dimension", "一直合并到最后一维")));

    private static Problem AlreadyFlat(BlockInstance block) => CommonProblems.Mismatch(block, "AlreadyFlat", new(
        $"{block.Input.Shape} is already a plain list, so this block changes nothing.",
        $"{block.Input.Shape} 本来就是普通列表，该模块不起作用。"));
}
