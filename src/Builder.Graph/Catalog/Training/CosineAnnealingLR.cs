using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Half a cosine wave from the full learning rate down to a smallest one.</summary>
public sealed class CosineAnnealingLR : ScheduleKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Cosine", "余弦退火");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lowers the learning rate along a smooth curve: slowly at first, faster in the middle, slowly at the end.",
        "沿平滑曲线降低学习率：开始慢，中间快，最后又慢。");

    /// <inheritdoc/>
    public override string Formula => @"\gamma_t = \gamma_{min} + \tfrac12(\gamma - \gamma_{min})\left(1 + \cos\frac{\pi t}{T_{max}}\right)";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Count("T_max", null, new("Length", "长度"), new(
            "After how many epochs or steps the lowest point is reached. Empty: at the end of training.",
            "经过多少轮或步到达最低点。不填则在训练结束时到达。")),
        Parameter.Real("eta_min", 0, new("Lowest rate", "最低学习率"), new(
            "The learning rate at the lowest point.", "最低点的学习率。"), 0, 1000),
    ];
}
