using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Dimensions in another order: [N, T, F] to [N, F, T].</summary>
public sealed class Permute : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Permute", "维度重排层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Puts the dimensions in another order, for example to make the features of a sequence the channels of a convolution.",
        "改变各维度的顺序，例如把序列的特征变成卷积的通道。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.permute.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.IntegerList("dims", ParameterValue.Of(0L, 2L, 1L), new("Order", "顺序"), new(
            "The old places in their new order. The first is always 0, the samples.",
            "按新顺序列出原来的维度编号，第一个始终是 0（样本）。"), -DimRule.MaxRank, DimRule.MaxRank - 1),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var shape = block.Input.Shape;
        var dims = block.Ints("dims").Select(d => DimRule.FromFront(d, shape.Rank)).ToArray();
        if (dims.Length > 0 && dims[0] == 0 && dims.Order().SequenceEqual(Enumerable.Range(0, shape.Rank)))
        {
            return block.Input.Reshaped(new([.. dims.Select(d => shape[d])]));
        }

        long[] rotated = [0, .. Enumerable.Range(2, Math.Max(0, shape.Rank - 2)).Select(d => (long)d), 1];
        var text = string.Join(", ", rotated);
        return CommonProblems.Mismatch(block, "OrderMismatch", new(
            $"[{string.Join(", ", block.Ints("dims"))}] must list each of the {shape.Rank} dimensions of {shape} once, 0 first.",
            $"[{string.Join(", ", block.Ints("dims"))}] 应把 {shape} 的 {shape.Rank} 个维度各列一次，并以 0 开头。"),
            shape.Rank < 2 ? null : CommonProblems.Set(block, "dims", ParameterValue.Of(rotated), new(
                $"Set the order to {text}", $"将顺序设为 {text}")));
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call("x.permute", block.Ints("dims").Cast<object?>());
}
