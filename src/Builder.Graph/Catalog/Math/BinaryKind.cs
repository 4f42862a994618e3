using System.Collections.Immutable;
using Builder.Graph.Data;
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
            $"{input} and {other} do not fit together: each pair of sizes, counted from the end, must be equal or one of them 1.",
            $"{input} 与 {other} 不匹配：从末尾起每一对大小必须相等，或者其中一个为 1。"));
    }

    /// <inheritdoc/>
    public sealed override string PyTorch(BlockInstance block) =>
        PyTorchLine.Call($"torch.{Function}", [new PyTorchLine.Verbatim("input"), new PyTorchLine.Verbatim("other")]);
}
