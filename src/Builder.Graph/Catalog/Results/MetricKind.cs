using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A set of scores of predictions against what they should be; computed over whole splits of the data.</summary>
public abstract class MetricKind : BlockKind
{
    private static readonly MessageTemplate Number = new("problem-number", "a number {target}", "一个数值 {target}");

    private static readonly MessageTemplate NumberTargetWords = new(
        "NumberTarget",
        "it needs {wanted} as target, but the target is {what}.",
        "它需要{wanted}作为目标，但目标是{what}。");

    /// <inheritdoc/>
    public sealed override Family Family => Family.Results;

    /// <inheritdoc/>
    public sealed override Role Role => Role.Metric;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } = [new("input", new("Prediction", "预测")), new("target", new("Target", "目标"))];

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Outputs => [];

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block) => Check(block) is { } problem ? problem : ShapeResult.Nothing;

    /// <summary>What is known of the prediction by these metrics being asked for.</summary>
    public abstract Predicting Predicting { get; }

    /// <summary>What is wrong with the inputs; null where they fit.</summary>
    protected abstract Problem? Check(BlockInstance block);

    /// <summary>The scores compare classes or tokens, but the target is an amount.</summary>
    private protected static Problem NumberTarget(BlockInstance block, TensorType target, Message wanted)
    {
        var isOne = target.Shape.Rank == 1 || (target.Shape.Rank == 2 && target.Shape[1] == 1);
        var what = isOne ? Number.With(("target", target)) : TypeWords.Describe(target);
        return CommonProblems.Mismatch(
            block,
            NumberTargetWords.With(("wanted", wanted), ("what", what)),
            LossFixes.ForNumbers(block, "RegressionMetrics"));
    }
}
