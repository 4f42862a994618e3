using System.Collections.Immutable;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>The same number everywhere, in the shape of what arrives.</summary>
public sealed class Constant : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Inputs;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Constant", "常数");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Gives the same number everywhere, in the shape of what is linked to it: for example the answer “real” (1) for a batch of pictures.",
        "给出处处相同的数，形状与所连接的内容一致：例如给一批图片标上“真实”（1）。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.full_like.html";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } = [new("like", new("Shape of", "形状同"))];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("value", 1, new("Value", "数值"), new("The number that stands everywhere.", "处处相同的数。"), -1e30, 1e30),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) => new TensorType(block.Input.Shape);

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        PyTorchLine.Call("torch.full_like", [new PyTorchLine.Verbatim("like"), block.Value("value")]);
}
