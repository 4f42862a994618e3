using System.Collections.Immutable;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

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
