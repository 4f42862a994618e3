namespace Builder.Graph.Catalog;

/// <summary>A kind that stands for one module of torch.nn under the module's own name and parameters.</summary>
public abstract class ModuleKind : BlockKind
{
    /// <inheritdoc/>
    public override string Source => $"https://pytorch.org/docs/stable/generated/torch.nn.{Id}.html";

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.OfParameters(block);
}
