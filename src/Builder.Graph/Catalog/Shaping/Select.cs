using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>One slice along a dimension, which goes away: [N, T, F] to [N, F].</summary>
public sealed class Select : BlockKind
{
    private const long MaxIndex = Parameter.MaxUnits;

    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Select", "选取层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Picks one slice, for example the last step of a sequence, and drops the rest.",
        "选取其中一片，例如序列的最后一步，其余舍弃。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.select.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("dim", 1, new("Dimension", "维度"), new(
            "The dimension from which a slice is picked; 1 are the steps of a sequence or the channels of a picture.",
            "从哪个维度选取，1 表示序列的步或图片的通道。")),
        Parameter.Integer("index", -1, new("Place", "位置"), new(
            "Which slice, counted from 0; -1 is the last one.",
            "选取第几片，从 0 数起，-1 表示最后一片。"), -MaxIndex, MaxIndex),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((DimRule.Check(block, "dim", 1) ?? IndexProblem(block)) is { } problem)
        {
            return problem;
        }

        var shape = block.Input.Shape;
        var dim = DimRule.FromFront(block.Int("dim"), shape.Rank);
        return block.Input.Reshaped(shape.Slice(0, dim).Append([.. shape.Skip(dim + 1)]));
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        PyTorchLine.Call("x.select", [block.Value("dim"), block.Value("index")]);

    private static Problem? IndexProblem(BlockInstance block)
    {
        var (index, size) = (block.Int("index"), block.Input.Shape[DimRule.FromFront(block.Int("dim"), block.Input.Shape.Rank)]);
        return !size.IsKnown || (index >= -size.Size && index < size.Size) ? null : CommonProblems.Mismatch(block, "NoSuchPlace", new(
            $"place {index} does not exist: dimension {block.Int("dim")} of {block.Input.Shape} has {size}.",
            $"位置 {index} 不存在：{block.Input.Shape} 的第 {block.Int("dim")} 维只有 {size} 个。"), CommonProblems.Set(
                block, "index", -1, new("Pick the last one", "选取最后一片")));
    }
}
