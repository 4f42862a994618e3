using System.Collections.Immutable;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A measure of how wrong the network is: one number that training makes small.</summary>
public abstract class LossKind : BlockKind
{
    private ImmutableArray<Parameter> _parameters;

    /// <inheritdoc/>
    public sealed override Family Family => Family.Loss;

    /// <inheritdoc/>
    public sealed override Role Role => Role.Loss;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } = [new("input", new("Prediction", "预测")), new("target", new("Target", "目标"))];

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Outputs { get; } = [new("output", new("Loss", "损失"))];

    /// <inheritdoc/>
    public sealed override ImmutableArray<Parameter> Parameters => _parameters.IsDefault ? _parameters = [.. Own, Reduction] : _parameters;

    /// <summary>The parameters besides <see cref="Reduction"/>.</summary>
    protected virtual ImmutableArray<Parameter> Own => [];

    /// <summary>How the errors of all samples become one number.</summary>
    protected virtual Parameter Reduction { get; } = Parameter.OneOf("reduction", new("Combine by", "合并方式"), new(
        "How the errors of all samples become one number. The average does not depend on the batch size.",
        "如何把所有样本的误差合成一个数。取平均值时结果不受批大小影响。"),
        new Choice("mean", new("Average", "平均")),
        new Choice("sum", new("Sum", "求和")));

    /// <summary>
    /// What is known of the prediction by this loss being made small; null where it compares no prediction with the truth but two tensors of
    /// the network.
    /// </summary>
    public abstract Predicting? Predicting { get; }

    /// <summary>What is wrong with the inputs; null where they fit.</summary>
    protected abstract Problems.Problem? Check(BlockInstance block);

    /// <summary>Constant tensors that PyTorch keeps with the loss, such as class weights.</summary>
    protected virtual ImmutableArray<WeightSpec> Buffers(BlockInstance block) => [];

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block) =>
        Check(block) switch
        {
            { Severity: Problems.Severity.Warning } warning => Loss(block).WithWarning(warning),
            { } problem => problem,
            null => Loss(block),
        };

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.OfParameters(block);

    private ShapeResult Loss(BlockInstance block) => new([TensorType.Scalar], Buffers(block), []);
}
