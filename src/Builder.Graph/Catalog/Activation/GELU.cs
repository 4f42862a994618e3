using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Weights each value by how large it is among normal ones.</summary>
public sealed class GELU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("GELU", "GELU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A smooth relative of ReLU. The usual choice inside Transformers such as GPT and BERT.",
        "ReLU 的平滑版本，GPT、BERT 等 Transformer 模型常用。");

    /// <inheritdoc/>
    public override string Formula => @"x \, \Phi(x)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.OneOf("approximate", new("Formula", "计算公式"), new(
            "Exact, or a slightly different formula with tanh that GPT-2 uses.",
            "精确公式，或 GPT-2 使用的、略有差别的 tanh 近似公式。"),
            new("none", new("Exact", "精确")),
            new("tanh", new("With tanh", "tanh 近似"))),
    ];
}
