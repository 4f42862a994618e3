using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Product of matrices: […, A, B] times […, B, C] to […, A, C].</summary>
public sealed class MatMul : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Math;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Matrix product", "矩阵乘法");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Multiplies two tables of numbers row by column, the building block of attention.",
        "把两个数表按行乘列相乘，是注意力的基本构件。");

    /// <inheritdoc/>
    public override string Formula => @"Y = A B";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.matmul.html";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } = [new("input", new("First", "第一项")), new("other", new("Second", "第二项"))];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var (input, other) = (block.Input, block.At("other")!);
        if (input.Element == ElementType.Int64 || other.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, input.Element == ElementType.Int64 ? input : other, new("plain values", "普通数值"));
        }

        if (input.Shape.Rank < 2 || other.Shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, input.Shape.Rank < 2 ? input : other, new("a table of numbers with rows and columns", "有行和列的数表"));
        }

        var batch = Broadcasting.Of(input.Shape.Slice(0, input.Shape.Rank - 2), other.Shape.Slice(0, other.Shape.Rank - 2));
        return batch is not null && input.Shape[-1] == other.Shape[-2]
            ? new TensorType(batch.Append(input.Shape[-2], other.Shape[-1]))
            : CommonProblems.Mismatch(block, "ShapeMismatch", new(
                $"{input} and {other} cannot be multiplied: the last size of the first must be the last but one of the second.",
                $"{input} 与 {other} 无法相乘：第一项的最后一维必须等于第二项的倒数第二维。"));
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => "torch.matmul(input, other)";
}
