using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Arithmetic on every number of a tensor; the shape stays.</summary>
public abstract class UnaryKind : BlockKind
{
    /// <inheritdoc/>
    public sealed override Family Family => Family.Math;

    /// <inheritdoc/>
    public override string Source => $"https://pytorch.org/docs/stable/generated/torch.{Function}.html";

    /// <summary>PyTorch's function.</summary>
    protected virtual string Function => "mul";

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block) =>
        (CommonProblems.ValuesExpected(block) ?? Check(block)) is { } problem ? problem : new TensorType(block.Input.Shape);

    /// <summary>Parameters that do not go together; null where all is well.</summary>
    protected virtual Problems.Problem? Check(BlockInstance block) => null;

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => $"torch.{Function}(input)";
}
