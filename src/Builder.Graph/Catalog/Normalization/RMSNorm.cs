using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Division by the root mean square over the last dimensions of each sample: [N, …, normalized_shape].</summary>
public sealed class RMSNorm : NormalizationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("RMS normalization", "均方根归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A simpler layer normalization that only evens out the size of the numbers. Used by newer language models.",
        "更简单的层归一化，只统一数值的大小，较新的语言模型常用。");

    /// <inheritdoc/>
    public override string Formula => @"y = \frac{x}{\sqrt{\mathrm{E}[x^{2}] + \epsilon}} \, \gamma";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        NormalizationRules.NormalizedShapeParameter,
        Eps with
        {
            Default = null,
            Help = new(
                "A tiny number added before dividing. Left empty, the smallest that makes a difference.",
                "除法之前加上的极小数。不填则取能产生差别的最小值。"),
        },
        Affine("elementwise_affine", true) with { Title = new("Learned scale", "可学习的缩放"), Help = new(
            "Lets the layer learn a scale for what comes out.",
            "让该层为输出学习缩放。") },
    ];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => NormalizationRules.PyTorch(block);

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) => NormalizationRules.CheckNormalizedShape(block);

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block) => block.Flag("elementwise_affine")
        ? [new WeightSpec("weight", NormalizationRules.NormalizedShape(block))]
        : [];
}
