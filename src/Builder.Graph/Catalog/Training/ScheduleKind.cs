using System.Collections.Immutable;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A rule by which the learning rate of the linked optimizers changes while training goes on.</summary>
public abstract class ScheduleKind : BlockKind
{
    private ImmutableArray<Parameter> _parameters;

    /// <inheritdoc/>
    public sealed override Family Family => Family.Training;

    /// <inheritdoc/>
    public sealed override Role Role => Role.Schedule;

    /// <inheritdoc/>
    public override string Source => $"https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.{Id}.html";

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Inputs => [];

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Outputs { get; } =
        [new("schedule", new("Schedule", "学习率调度"), PortContent.Schedule)];

    /// <inheritdoc/>
    public sealed override ImmutableArray<Parameter> Parameters => _parameters.IsDefault ? _parameters = [.. Own, .. Unit] : _parameters;

    /// <summary>PyTorch's parameters of this schedule.</summary>
    protected abstract ImmutableArray<Parameter> Own { get; }

    /// <summary>In what the schedule counts; epochs unless the kind says otherwise.</summary>
    protected virtual ImmutableArray<Parameter> Unit { get; } = [Per(Epoch, Step)];

    /// <summary>Counting in epochs.</summary>
    protected static Choice Epoch { get; } = new("epoch", new("Epochs", "轮"));

    /// <summary>Counting in steps.</summary>
    protected static Choice Step { get; } = new("step", new("Steps", "步"));

    /// <summary>The parameter that says in what the schedule counts; the first choice is the default.</summary>
    protected static Parameter Per(params ReadOnlySpan<Choice> choices) => Parameter.OneOf("per", new("Counts in", "计数单位"), new(
        "Whether the numbers of this schedule are epochs or single changes of the weights.",
        "调度中的数按轮计，还是按步（每更新一次权重）计。"), choices);

    /// <summary>A schedule has one output, which carries no tensor: its type only says that it is there.</summary>
    public sealed override ShapeResult Infer(BlockInstance block) => Check(block) is { } problem ? problem : TensorType.Scalar;

    /// <summary>Parameters that do not go together; null where all is well.</summary>
    protected virtual Problems.Problem? Check(BlockInstance block) => null;

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        $"torch.optim.lr_scheduler.{Id}", [new PyTorchLine.Verbatim("optimizer")],
        [.. Own.Where(p => block.Has(p.Name)).Select(p => (p.Name, (object?)block.Value(p.Name)))]);

    /// <summary>A number of epochs or steps.</summary>
    protected static Parameter Count(string name, long? fallback, Localized title, Localized help, long least = 1) =>
        new(name, ParameterType.Integer, fallback is { } value ? value : null, title, help, least, int.MaxValue);
}
