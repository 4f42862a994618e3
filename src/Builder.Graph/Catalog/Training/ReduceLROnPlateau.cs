using System.Collections.Immutable;
using Builder.Graph.Metrics;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A smaller learning rate whenever the watched score no longer improves.</summary>
public sealed class ReduceLROnPlateau : ScheduleKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Reduce on plateau", "停滞时降低");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Watches the validation loss and lowers the learning rate when it no longer improves.",
        "监测验证损失，当它不再改善时降低学习率。");

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.OneOf("mode", new("Better is", "何为更好"), new(
            "Whether the watched score shall become small (a loss) or large (an accuracy).", "监测的指标应变小（损失）还是变大（准确率）。"),
            new Choice("min", new("Smaller", "更小")),
            new Choice("max", new("Larger", "更大"))),
        Parameter.Real("factor", 0.1, new("Factor", "系数"), new(
            "What the learning rate is multiplied by.", "学习率乘以的系数。"), 0, 0.999999, minExclusive: true),
        Count("patience", 10, new("Patience", "容忍轮数"), new(
            "How many epochs without improvement are waited for.", "连续多少轮没有改善就降低学习率。"), 0),
        Parameter.Real("threshold", 1e-4, new("Least improvement", "最小改善"), new(
            "Smaller improvements do not count.", "小于该值的改善不算。"), 0, 1e6),
        Parameter.OneOf("threshold_mode", new("Improvement measured", "改善的计量"), new(
            "Whether the least improvement is a share of the best value or a plain difference.", "最小改善按最佳值的比例计，还是按差值计。"),
            new Choice("rel", new("As a share", "按比例")),
            new Choice("abs", new("As a difference", "按差值"))),
        Count("cooldown", 0, new("Pause after a change", "冷却"), new(
            "How many epochs after a change nothing is watched.", "改变之后多少轮内不再监测。"), 0),
        Parameter.Real("min_lr", 0, new("Lowest rate", "最低学习率"), new(
            "The learning rate never goes below this.", "学习率不会低于该值。"), 0, 1000),
        Parameter.Real("eps", 1e-8, new("Smallest change", "最小变化"), new(
            "Changes of the learning rate smaller than this are left out.", "小于该值的学习率变化会被忽略。"), 0, 1),
        new("monitor", ParameterType.Score, MetricCatalog.Loss.Id, new("Watched score", "监测指标"), new(
            "The loss, or another score, on data that was not learned from.", "在未参与学习的数据上的损失或其他指标。")),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Unit => [];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Call(
        "torch.optim.lr_scheduler.ReduceLROnPlateau", [new PyTorchLine.Verbatim("optimizer")],
        [.. PyTorchLine.Changed(block, Own.Select(p => p.Name).Where(name => name != "monitor"))]);
}
