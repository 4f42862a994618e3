using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>ELU whose slope is continuous for every alpha.</summary>
public sealed class CELU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("CELU", "CELU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like ELU, but without a kink at zero for any alpha.",
        "与 ELU 类似，但无论 α 取何值，在零点都没有折角。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1))";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("alpha", 1.0, new("Alpha", "α"), new(
            "How far below zero the curve goes.",
            "曲线最低降到零以下多少。"), 0, 100, minExclusive: true),
    ];
}
