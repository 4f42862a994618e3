using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Learning rate multiplied by a factor every few epochs.</summary>
public sealed class StepLR : ScheduleKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Steps down", "阶梯下降");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Makes the learning rate smaller by a factor every few epochs.",
        "每隔几轮把学习率乘以一个系数使其变小。");

    /// <inheritdoc/>
    public override string Formula => @"\gamma_t = \gamma\, g^{\lfloor t / s \rfloor}";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Count("step_size", 10, new("Every", "间隔"), new(
            "After how many epochs or steps the learning rate changes.", "每隔多少轮或步改变学习率。")),
        Parameter.Real("gamma", 0.1, new("Factor", "系数"), new(
            "What the learning rate is multiplied by.", "学习率乘以的系数。"), 0, 1, minExclusive: true),
    ];
}
