using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>One dimension becomes several: [N, C·H·W] to [N, C, H, W].</summary>
public sealed class Unflatten : ModuleKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Shaping;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Unflatten", "维度拆分层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Splits one dimension into several and leaves the others alone: the reverse of Flatten.",
        "把一个维度拆成多个，其他维度不变，是展平层的反向操作。");

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("dim", 1, new("Dimension", "维度"), new(
            "The dimension that is split.",
            "要拆分的维度。")),
        Parameter.IntegerList("unflattened_size", ParameterValue.Of(1L, -1L), new("Sizes", "拆分后的大小"), new(
            "The sizes that take its place. One of them may be -1: it takes what is left.",
            "拆分后的各维大小。其中一项可填 -1，表示取余下的大小。"), -1, Parameter.MaxUnits),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((DimRule.Check(block, "dim", 1) ?? SizeRule.CheckList(block, "unflattened_size")) is { } problem)
        {
            return problem;
        }

        var shape = block.Input.Shape;
        var dim = DimRule.FromFront(block.Int("dim"), shape.Rank);
        var (sizes, uneven) = SizeRule.Resolve(block, "unflattened_size", [shape[dim]]);
        return uneven is null ? block.Input.Reshaped(shape.Slice(0, dim).Append([.. sizes, .. shape.Skip(dim + 1)])) : uneven;
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        PyTorchLine.Of("Unflatten", [block.Value("dim"), block.Value("unflattened_size")]);
}
