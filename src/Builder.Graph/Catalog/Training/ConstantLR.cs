using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A smaller learning rate for a while, then the full one.</summary>
public sealed class ConstantLR : ScheduleKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Constant, then full", "固定比例起步");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Starts with a fixed share of the learning rate, then uses all of it.",
        "开始时只用学习率的固定一部分，之后使用全部。");

    /// <inheritdoc/>
    public override string Formula => @"\gamma_t = f\,\gamma \text{ for } t < n, \text{ then } \gamma";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Real("factor", 1.0 / 3, new("Share", "比例"), new(
            "Which share of the learning rate is used at first.", "开始时使用学习率的多大比例。"), 0, 1, minExclusive: true),
        Count("total_iters", 5, new("For how long", "持续多久"), new(
            "After so many epochs or steps the full learning rate is used.", "经过这么多轮或步后使用完整的学习率。"), 0),
    ];
}
