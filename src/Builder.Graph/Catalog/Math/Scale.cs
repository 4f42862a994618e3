using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Every number times a factor plus an offset.</summary>
public sealed class Scale : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Scale and shift", "缩放与平移");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Multiplies every number by a factor and adds an offset: to weigh one loss against another, or to bring numbers into a range.",
        "把每个数乘以系数再加上偏移：用于给损失加权，或把数值调整到某个范围。");

    /// <inheritdoc/>
    public override string Formula => @"y = f x + o";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("factor", 1, new("Factor", "系数"), new("What every number is multiplied by.", "每个数乘以的系数。"), -1e9, 1e9),
        Parameter.Real("offset", 0, new("Offset", "偏移"), new("What is added afterwards.", "之后加上的数。"), -1e9, 1e9),
    ];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        $"{PyTorchLine.Literal(block.Value("factor"))} * input + {PyTorchLine.Literal(block.Value("offset"))}";
}
