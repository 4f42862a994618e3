using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Up to a peak and down again in one cycle over the whole training (Smith and Topin 2019).</summary>
public sealed class OneCycleLR : ScheduleKind
{
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
        Parameter.Real("div_factor", 25, new("Start below the peak by", "起点除数"), new(
            "The start is the peak divided by this.", "起点等于峰值除以该数。"), 1, 1e9),
        Parameter.Real("final_div_factor", 1e4, new("End below the start by", "终点除数"), new(
            "The end is the start divided by this.", "终点等于起点除以该数。"), 1, 1e12),
    ];

    /// <summary>One cycle always counts in steps and lasts as long as the training.</summary>
    protected override ImmutableArray<Parameter> Unit => [];

    /// <summary>Momentum stays as it is, unlike PyTorch's default.</summary>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        "torch.optim.lr_scheduler.OneCycleLR",
        [new PyTorchLine.Verbatim("optimizer"), block.Value("max_lr") ?? (object)new PyTorchLine.Verbatim("lr")],
        [
            ("total_steps", new PyTorchLine.Verbatim("total_steps")),
            .. PyTorchLine.Changed(block, "pct_start", "anneal_strategy", "div_factor", "final_div_factor"),
            ("cycle_momentum", false),
        ]);
}
