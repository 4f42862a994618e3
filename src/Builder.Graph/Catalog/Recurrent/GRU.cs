namespace Builder.Graph.Catalog.Kinds;

/// <summary>Gated recurrent unit (Cho et al. 2014).</summary>
public sealed class GRU : RecurrentKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Gated memory (GRU)", "门控循环（GRU）");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like LSTM with fewer weights: faster, and often just as good.",
        "与 LSTM 类似但权重更少：更快，效果往往相当。");

    /// <inheritdoc/>
    public override string Formula => @"h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}";

    /// <inheritdoc/>
    public override int Gates => 3;
}
