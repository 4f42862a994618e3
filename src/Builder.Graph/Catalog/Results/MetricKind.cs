using System.Collections.Immutable;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A set of scores of predictions against what they should be; computed over whole splits of the data.</summary>
public abstract class MetricKind : BlockKind
{
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
    private protected static Problem NumberTarget(BlockInstance block, TensorType target, Localized wanted)
    {
        var isOne = target.Shape.Rank == 1 || (target.Shape.Rank == 2 && target.Shape[1] == 1);
        var what = isOne ? new($"a number {target}", $"一个数值 {target}") : CommonProblems.Describe(target);
        return CommonProblems.Mismatch(block, "NumberTarget", new(
            $"it needs {wanted.En} as target, but the target is {what.En}.",
            $"它需要{wanted.Zh}作为目标，但目标是{what.Zh}。"), LossFixes.ForNumbers(block, "RegressionMetrics"));
    }
}
