using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A straight rise from a share of the learning rate to the full one, then constant or falling.</summary>
public sealed class LinearWarmup : ScheduleKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Warm-up", "预热");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Starts with small steps and grows to the full learning rate, so that the first moments do no harm. Afterwards it may fall again.",
        "从小步开始，逐渐增大到完整的学习率，避免一开始步子太大。之后可以再降低。");

    /// <inheritdoc/>
    public override string Formula => @"\gamma_t = \gamma\left(f + (1 - f)\min(1, t/n)\right)";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Count("total_iters", 100, new("Length of the rise", "上升长度"), new(
            "After how many steps or epochs the full learning rate is reached.", "经过多少步或轮达到完整的学习率。")),
        Parameter.Real("start_factor", 1.0 / 3, new("Start", "起点比例"), new(
            "Which share of the learning rate the first step has.", "第一步使用学习率的多大比例。"), 0, 1, minExclusive: true),
        Parameter.OneOf("decay", new("Afterwards", "之后"), new(
            "Whether the learning rate stays, or falls until the end of training.", "学习率之后保持不变，还是一直降到训练结束。"),
            new Choice("none", new("Stays", "保持不变")),
            new Choice("cosine", new("Falls along a cosine", "按余弦下降")),
            new Choice("linear", new("Falls in a straight line", "直线下降"))),
        Parameter.Real("eta_min", 0, new("Lowest rate", "最低学习率"), new(
            "The learning rate at the end of the fall.", "下降结束时的学习率。"), 0, 1000),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Unit { get; } = [Per(Step, Epoch)];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        "torch.optim.lr_scheduler.LinearLR", [new PyTorchLine.Verbatim("optimizer")],
        ("start_factor", block.Value("start_factor")), ("total_iters", block.Value("total_iters")));
}
