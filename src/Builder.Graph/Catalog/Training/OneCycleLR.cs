using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Up to a peak and down again in one cycle over the whole training (Smith and Topin 2019).</summary>
public sealed class OneCycleLR : ScheduleKind
{
    private static readonly MessageTemplate MomentumOrder = new(
        "MomentumOrder",
        "the lowest momentum is above the highest.",
        "最低动量高于最高动量。");

    private static readonly MessageTemplate LowerItToHighest = new(
        "fix-lower-it-to-highest",
        "Lower it to the highest",
        "降到最高动量");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("One cycle", "单周期");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Raises the learning rate to a peak, then lowers it far below the start: often reaches good results in few epochs.",
        "先把学习率升到峰值，再降到远低于起点：往往几轮就有好结果。");

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Real("pct_start", 0.3, new("Share of the rise", "上升占比"), new(
            "Which share of the training the rise takes.", "上升阶段占整个训练的比例。"), 0, 1),
        new("max_lr", ParameterType.Number, null, new("Peak", "峰值"), new(
            "The highest learning rate. Empty: the optimizer's own.", "最高的学习率。不填则取优化器自己的学习率。"), 0, 1000, MinExclusive: true),
        Parameter.OneOf("anneal_strategy", new("Curve", "曲线"), new(
            "Whether the rate moves along a smooth curve or straight lines.", "学习率沿平滑曲线还是直线变化。"),
            new Choice("cos", new("Smooth", "平滑")),
            new Choice("linear", new("Straight", "直线"))),
        Parameter.Switch("cycle_momentum", true, new("Momentum opposes", "动量反向变化"), new(
            "Lowers the momentum while the learning rate rises, and the other way round.", "学习率上升时降低动量，反之亦然。")),
        Parameter.Real("base_momentum", 0.85, new("Lowest momentum", "最低动量"), new(
            "The momentum at the peak of the learning rate.", "学习率达到峰值时的动量。"), 0, 1),
        Parameter.Real("max_momentum", 0.95, new("Highest momentum", "最高动量"), new(
            "The momentum at the start and at the end.", "开始和结束时的动量。"), 0, 1),
        Parameter.Real("div_factor", 25, new("Start below the peak by", "起点除数"), new(
            "The start is the peak divided by this.", "起点等于峰值除以该数。"), 1, 1e9),
        Parameter.Real("final_div_factor", 1e4, new("End below the start by", "终点除数"), new(
            "The end is the start divided by this.", "终点等于起点除以该数。"), 1, 1e12),
        Parameter.Switch("three_phase", false, new("Three phases", "三个阶段"), new(
            "Down to the start first, then to the end, in two separate phases.", "先降回起点，再降到终点，分为两个独立阶段。")),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Unit { get; } = [Per(Step, Epoch)];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) => block.Real("base_momentum") <= block.Real("max_momentum") ? null
        : CommonProblems.Mismatch(block, MomentumOrder.With(),
            CommonProblems.Set(block, "base_momentum", block.Value("max_momentum")!, LowerItToHighest.With()));

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        "torch.optim.lr_scheduler.OneCycleLR",
        [new PyTorchLine.Verbatim("optimizer"), block.Value("max_lr") ?? (object)new PyTorchLine.Verbatim("lr")],
        [
            ("total_steps", new PyTorchLine.Verbatim("total_steps")),
            .. PyTorchLine.Changed(block, [.. Own.Select(p => p.Name).Where(name => name != "max_lr")]),
        ]);
}
