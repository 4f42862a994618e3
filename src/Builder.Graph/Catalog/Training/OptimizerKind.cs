using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A rule by which weights are changed so that the linked loss becomes small.</summary>
public abstract class OptimizerKind : BlockKind
{
    private static readonly MessageTemplate NotALoss = new(
        "NotALoss",
        "an optimizer needs a loss, which is a single number, but gets {loss}.",
        "优化器需要一个损失值（单个数值），但收到的是{loss}。");

    private static readonly MessageTemplate BetasAreTwo = new(
        "BetasAreTwo",
        "betas are two numbers below 1.",
        "衰减系数是两个小于 1 的数。");

    private static readonly MessageTemplate UseUsualBetas = new(
        "fix-use-usual-betas",
        "Use the usual 0.9 and 0.999",
        "使用常用的 0.9 和 0.999");

    private static readonly MessageTemplate TakeAverageOfAllNumbers = new(
        "fix-take-average-of-all-numbers",
        "Take the average of all numbers",
        "对所有数值取平均");

    private ImmutableArray<Parameter> _parameters;

    /// <inheritdoc/>
    public sealed override Family Family => Family.Training;

    /// <inheritdoc/>
    public sealed override Role Role => Role.Optimizer;

    /// <inheritdoc/>
    public override string Source => $"https://pytorch.org/docs/stable/generated/torch.optim.{Id}.html";

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Inputs { get; } =
    [
        new("loss", new("Loss", "损失")),
        new("schedule", new("Schedule", "学习率调度"), PortContent.Schedule, Optional: true),
    ];

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Outputs => [];

    /// <inheritdoc/>
    public sealed override ImmutableArray<Parameter> Parameters => _parameters.IsDefault ? _parameters = [.. Own, .. Common] : _parameters;

    /// <summary>PyTorch's parameters of this optimizer.</summary>
    protected abstract ImmutableArray<Parameter> Own { get; }

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        var loss = block.Input;
        if (loss.Shape.Rank == 0 && loss.Element == ElementType.Float32)
        {
            return (CheckBetas(block) ?? Check(block)) is { } problem ? problem : ShapeResult.Nothing;
        }

        return CommonProblems.Mismatch(block, NotALoss.With(("loss", TypeWords.Describe(loss))),
            loss.Element == ElementType.Int64 ? null : AverageFirst(block, loss));
    }

    /// <summary>Parameters that do not go together; null where all is well.</summary>
    protected virtual Problem? Check(BlockInstance block) => null;

    /// <inheritdoc/>
    public sealed override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        $"torch.optim.{Id}", [new PyTorchLine.Verbatim("model.parameters()")],
        [("lr", block.Value("lr")), .. PyTorchLine.Changed(block, Own.Select(p => p.Name).Where(name => name != "lr"))]);

    /// <summary>The learning rate.</summary>
    protected static Parameter LearningRate(double fallback) => Parameter.Real("lr", fallback, new("Learning rate", "学习率"), new(
        "Size of the steps in which weights change. Too large and training jumps about, too small and it takes for ever.",
        "每一步调整权重的幅度。太大训练会来回震荡，太小则进展极慢。"), 0, 1000);

    /// <summary>Pull of all weights towards zero.</summary>
    protected static Parameter WeightDecay(double fallback) => Parameter.Real("weight_decay", fallback, new("Weight decay", "权重衰减"), new(
        "Pulls all weights gently towards zero, which works against learning by heart. 0 is off.",
        "把所有权重轻轻拉向零，防止过拟合。0 表示关闭。"), 0, 1000);

    /// <summary>A tiny number against division by zero.</summary>
    protected static Parameter Epsilon(double fallback) => Parameter.Real("eps", fallback, new("Epsilon", "极小值"), new(
        "A tiny number against division by zero; hardly ever worth changing.",
        "避免除以零的极小数，几乎不需要修改。"), 0, 1, minExclusive: true);

    /// <summary>How long past steps push on.</summary>
    protected static Parameter Momentum { get; } = Parameter.Real("momentum", 0, new("Momentum", "动量"), new(
        "How much of the previous step is kept, like a rolling ball. 0 is off, 0.9 is common.",
        "保留多少上一步的运动趋势，就像滚动的球。0 表示关闭，常用 0.9。"), 0, 1);

    /// <summary>Adam's two averaging factors.</summary>
    protected static Parameter Betas { get; } = new("betas", ParameterType.NumberList, ParameterValue.Of(0.9, 0.999), new("Betas", "衰减系数"), new(
        "How slowly the running averages of the gradients and of their squares forget: two numbers below 1.",
        "梯度及其平方的滑动平均遗忘得有多慢：两个小于 1 的数。"), 0, 0.9999999);

    private static ImmutableArray<Parameter> Common { get; } =
    [
        new("trains", ParameterType.Blocks, null, new("Trains", "训练对象"), new(
            "Which blocks or groups it changes. Empty: everything that leads to the loss.",
            "调整哪些模块或分组。不填则调整所有通向该损失的内容。")),
        Parameter.Real("clip_grad_norm", 0, new("Limit on gradients", "梯度裁剪"), new(
            "Longest allowed gradient: guards against sudden jumps, above all with text and series. 0 is off.",
            "梯度的最大长度，避免突然的剧烈变化，尤其适合文本和序列。0 表示关闭。"), 0, 1e6),
        new("every", ParameterType.Integer, 1, new("Every so many batches", "每隔几批"), new(
            "Takes part in every batch (1) or only in every second, third … one, as when two networks play against each other.",
            "每批都更新（1），或每隔两批、三批……更新一次，例如两个网络相互对抗时。"), 1, Parameter.MaxUnits),
    ];

    private static Problem? CheckBetas(BlockInstance block) =>
        block.Kind.FindParameter("betas") is not { } betas || block.Reals("betas").Length == 2 ? null : CommonProblems.Mismatch(
            block, BetasAreTwo.With(),
            CommonProblems.Set(block, "betas", betas.Default!, UseUsualBetas.With()));

    private static Fix AverageFirst(BlockInstance block, TensorType loss) => CommonProblems.Insert(
        block, "loss", "Mean", TakeAverageOfAllNumbers.With(),
        Block.NoParameters.Add("dim", ParameterValue.Of([.. Enumerable.Range(0, loss.Shape.Rank).Select(i => (long)i)])));
}
