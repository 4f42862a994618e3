using System.Collections.Immutable;
using Builder.Graph.Problems;

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

    /// <summary>What is wrong with the inputs; null where they fit.</summary>
    protected abstract Problem? Check(BlockInstance block);
}
