namespace Builder.Graph.Catalog.Kinds;

/// <summary>Natural logarithm of every number.</summary>
public sealed class Log : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Logarithm", "对数");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Turns factors into differences. Only for numbers above 0.",
        "把倍数变成差值。只适用于大于 0 的数。");

    /// <inheritdoc/>
    public override string Formula => @"y = \ln x";

    /// <inheritdoc/>
    protected override string Function => "log";
}
