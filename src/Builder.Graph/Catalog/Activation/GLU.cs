using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>The first half of the values, gated by the second: the dimension is halved.</summary>
public sealed class GLU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("GLU (gate)", "GLU 门控激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Splits its input in two halves: the second half decides how much of the first gets through.",
        "把输入分成两半，由后一半决定前一半通过多少。");

    /// <inheritdoc/>
    public override string Formula => @"a \odot \sigma(b)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("dim", -1, new("Dimension", "维度"), new(
            "The dimension that is split in two; -1 is the last one.",
            "要一分为二的维度，-1 表示最后一维。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if ((CommonProblems.ValuesExpected(block) ?? DimRule.Check(block, "dim", -1)) is { } problem)
        {
            return problem;
        }

        var dim = DimRule.FromFront(block.Int("dim"), block.Input.Shape.Rank);
        var size = block.Input.Shape[dim];
        return size.Size % 2 == 0
            ? block.Input.Reshaped(block.Input.Shape.With(dim, size / 2))
            : CommonProblems.Mismatch(block, "OddSize", new(
                $"dimension {dim} of {block.Input.Shape} has {size} values, which cannot be split in two equal halves.",
                $"{block.Input.Shape} 的第 {dim} 维有 {size} 个数值，无法平分为两半。"));
    }
}
