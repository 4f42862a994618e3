using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Arithmetic on two tensors, number by number; shapes are broadcast as in PyTorch.</summary>
public abstract class BinaryKind : BlockKind
{
    /// <inheritdoc/>
    public sealed override Family Family => Family.Math;

    /// <inheritdoc/>
    public sealed override string Source => $"https://pytorch.org/docs/stable/generated/torch.{Function}.html";

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Inputs { get; } = [new("input", new("First", "第一项")), new("other", new("Second", "第二项"))];

    /// <summary>PyTorch's function.</summary>
    protected abstract string Function { get; }

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        var (input, other) = (block.Input, block.At("other")!);
        if (input.Element == ElementType.Int64 || other.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, input.Element == ElementType.Int64 ? input : other, new("plain values", "普通数值"));
        }

        return Broadcasting.Of(input.Shape, other.Shape) is { } shape ? new TensorType(shape) : CommonProblems.Mismatch(block, "ShapeMismatch", new(
            $"it takes number by number, but the first is {CommonProblems.Describe(input).En} and the second {CommonProblems.Describe(other).En}. "
            + "Both must have the same sizes, or the size 1 where they differ.",
            $"它逐个数值运算，但第一项是{CommonProblems.Describe(input).Zh}，第二项是{CommonProblems.Describe(other).Zh}。两者的大小必须相同，不同之处须有一方为 1。"),
            Resize(block, input.Shape, other.Shape));
    }

    /// <summary>Gives the one of the two that comes from a Linear layer the size of the other; null where that is both or none.</summary>
    private static Fix? Resize(BlockInstance block, Shape input, Shape other)
    {
        var (first, second) = (block.From("input") is { Kind: "Linear" } a ? a : null, block.From("other") is { Kind: "Linear" } b ? b : null);
        return first is not null && second is null && Broadcasting.DiffersLast(input, other) ? LossFixes.Outputs(first, Name(first), other[-1].Size)
            : second is not null && first is null && Broadcasting.DiffersLast(other, input) ? LossFixes.Outputs(second, Name(second), input[-1].Size)
            : null;
    }

    private static Localized Name(Block linear)
    {
        var name = linear.Label is { Length: > 0 } label ? Localized.Same(label) : BlockCatalog.Get(linear.Kind).Title;
        return new($"“{name.En}”", $"“{name.Zh}”");
    }

    /// <inheritdoc/>
    public sealed override string PyTorch(BlockInstance block) =>
        PyTorchLine.Call($"torch.{Function}", [new PyTorchLine.Verbatim("input"), new PyTorchLine.Verbatim("other")]);
}
