using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>The values of each sample laid out in other sizes: [N, …] to [N, …shape].</summary>
public sealed class Reshape : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Reshape", "变形层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lays the values of each sample out anew, for example a list of 784 numbers as a 1×28×28 picture.",
        "重新排列每个样本的数值，例如把 784 个数值的列表变成 1×28×28 的图片。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.reshape.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.IntegerList("shape", ParameterValue.Of(-1L), new("Sizes", "形状"), new(
            "The new sizes of one sample. One of them may be -1: it takes what is left.",
            "单个样本的新形状。其中一项可填 -1，表示取余下的大小。"), -1, Parameter.MaxUnits),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var shape = block.Input.Shape;
        if (shape.Rank < 1)
        {
            return CommonProblems.WrongRank(block, new("samples [N, …]", "样本 [N, …]"));
        }

        if (SizeRule.CheckList(block, "shape") is { } problem)
        {
            return problem;
        }

        var (sizes, uneven) = SizeRule.Resolve(block, "shape", [.. shape.Skip(1)]);
        return uneven is null ? block.Input.Reshaped(shape.Slice(0, 1).Append(sizes.AsSpan())) : uneven;
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call("x.reshape",
        [new PyTorchLine.Verbatim("len(x)"), .. block.Ints("shape").Cast<object?>()]);
}
