using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Normalisation over the last dimensions of each sample: [N, …, normalized_shape].</summary>
public sealed class LayerNorm : NormalizationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Layer normalization", "层归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings the numbers of each step to a steady mean and spread, sample by sample. Part of every Transformer.",
        "逐个样本、逐步地让数值保持稳定的均值和方差，是每个 Transformer 的组成部分。");

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        NormalizationRules.NormalizedShapeParameter,
        Eps,
        Affine("elementwise_affine", true),
        Parameter.Switch("bias", true, new("Learned shift", "可学习的平移"), new(
            "Whether there is a shift next to the scale.",
            "除缩放外是否还有平移。")),
    ];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => NormalizationRules.PyTorch(block);

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) => NormalizationRules.CheckNormalizedShape(block);

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block)
    {
        if (!block.Flag("elementwise_affine"))
        {
            return [];
        }

        var sizes = NormalizationRules.NormalizedShape(block);
        var weight = new WeightSpec("weight", sizes);
        return block.Flag("bias") ? [weight, new WeightSpec("bias", sizes)] : [weight];
    }
}
