using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Marks padding: tokens [N, T] to 1 where a token is padding and 0 elsewhere.</summary>
public sealed class PaddingMask : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Attention;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Padding mask", "填充掩码");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Marks the filling at the end of short texts, so that attention does not look at it.",
        "标出短文本末尾的填充部分，使注意力不去查看它们。");

    /// <inheritdoc/>
    public override string Formula => @"m_t = [\,x_t = p\,]";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("padding_idx", ParameterType.Integer, 0, new("Padding number", "填充编号"), new(
            "The token number that means padding.", "表示填充的词元编号。"), 0, Parameter.MaxUnits),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var input = block.Input;
        return input.Element != ElementType.Int64 ? CommonProblems.WrongElement(block, new("token numbers", "词元编号"))
            : input.Shape.Rank != 2 ? CommonProblems.WrongRank(block, new("token numbers [N, steps]", "词元编号 [N, 步数]"))
            : new TensorType(input.Shape);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => $"input == {PyTorchLine.Literal(block.Value("padding_idx"))}";
}
