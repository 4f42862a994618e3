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
        "输出固定的数，形状与所连接的内容一致：例如给一批图片标上“真实”（1）。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.full_like.html";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } = [new("like", new("Shape of", "形状同"))];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("value", 1, new("Value", "数值"), new("The number that stands everywhere.", "要输出的固定数值。"), -1e30, 1e30),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) => new TensorType(block.Input.Shape);

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        PyTorchLine.Call("torch.full_like", [new PyTorchLine.Verbatim("like"), block.Value("value")]);
}

/// <summary>Random numbers, new for every batch: [N, …size].</summary>
public sealed class Noise : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Inputs;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Noise", "随机噪声");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Makes new random numbers for every sample: the raw material from which a generator makes pictures.",
        "为每个样本生成新的随机数：生成器用它作为生成图片的原料。");

    /// <inheritdoc/>
    public override string Formula => @"z \sim \mathcal{N}(0, 1)";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.randn.html";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs => [];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("size", ParameterType.IntegerOrList, 100, new("Size", "大小"), new(
            "How many random numbers each sample gets; several numbers make a shape, such as 16, 7, 7.",
            "每个样本得到多少个随机数；填多个数则组成形状，例如 16, 7, 7。"), 1, Parameter.MaxUnits),
        Parameter.OneOf("distribution", new("Distribution", "分布"), new(
            "Normal: mostly near 0, seldom far away. Uniform: evenly between 0 and 1.",
            "正态：大多接近 0，很少偏离很远。均匀：在 0 到 1 之间均匀分布。"),
            new Choice("normal", new("Normal", "正态分布")),
            new Choice("uniform", new("Uniform", "均匀分布"))),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) => TensorType.Batched(block.Ints("size").AsSpan());

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        block.Text("distribution") == "normal" ? "torch.randn" : "torch.rand",
        [new PyTorchLine.Verbatim("batch_size"), .. block.Ints("size").Cast<object?>()]);
}
