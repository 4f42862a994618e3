using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>x·Wᵀ + b over the last dimension: [N, in_features] to [N, out_features], or [N, T, in_features] to [N, T, out_features].</summary>
public sealed class Linear : ModuleKind
{
    private static readonly MessageTemplate InsertFlattenBeforeIt = new(
        "fix-insert-flatten-before-it",
        "Insert Flatten before it",
        "在前面插入展平层");

    /// <inheritdoc/>
    public override Family Family => Family.Linear;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Linear", "全连接层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Every output is a weighted sum of all inputs. The weights are what the layer learns.",
        "每个输出都是所有输入的加权和，这些权重就是该层要学习的内容。");

    /// <inheritdoc/>
    public override string Formula => @"y = x W^{\top} + b";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Size("out_features", 64, new("Outputs", "输出数量"), new(
            "How many numbers come out. More can learn more, but need more data and time.",
            "输出多少个数值。数量越多，能学的越多，但需要更多数据和时间。")),
        Parameter.Switch("bias", true, new("Bias", "偏置"), new(
            "Adds a learned constant to every output.",
            "给每个输出加上一个可学习的常数。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var input = block.Input;
        if (CommonProblems.ValuesExpected(block) is { } problem)
        {
            return problem;
        }

        if (input.Shape.Rank is < 2 or > 3)
        {
            return CommonProblems.WrongRank(block, ProblemWords.ListOfNumbers.With(),
                input.Shape.Rank > 3 ? CommonProblems.Insert(block, "input", "Flatten", InsertFlattenBeforeIt.With()) : null);
        }

        if (!input.Shape[-1].IsKnown)
        {
            return CommonProblems.UnknownSize(block, input.Shape[-1]);
        }

        var (inFeatures, outFeatures) = (input.Shape[-1].Size, block.Int("out_features"));
        var output = input.Reshaped(input.Shape.With(-1, outFeatures));
        var weight = WeightSpec.Of("weight", outFeatures, inFeatures);
        return block.Flag("bias") ? ShapeResult.Of(output, weight, WeightSpec.Of("bias", outFeatures)) : ShapeResult.Of(output, weight);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of("Linear",
        [block.Input.Shape[-1].ToString(), block.Value("out_features")],
        ("bias", block.Flag("bias") ? null : false));
}
