namespace Builder.Graph.Catalog.Kinds;

/// <summary>An activation: each value is bent by a fixed curve, the shape stays.</summary>
public abstract class ActivationKind : ModuleKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Activation;

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        CommonProblems.ValuesExpected(block) is { } problem ? problem : block.Input;
}
