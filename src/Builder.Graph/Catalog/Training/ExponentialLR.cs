using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Learning rate multiplied by a factor every epoch.</summary>
public sealed class ExponentialLR : ScheduleKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Exponential decay", "指数衰减");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Makes the learning rate smaller by the same factor every time.",
        "每次把学习率乘以同一个系数使其变小。");

    /// <inheritdoc/>
    public override string Formula => @"\gamma_t = \gamma\, g^{t}";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Real("gamma", 0.95, new("Factor", "系数"), new(
            "What the learning rate is multiplied by every time.", "每次学习率乘以的系数。"), 0, 1, minExclusive: true),
    ];
}
