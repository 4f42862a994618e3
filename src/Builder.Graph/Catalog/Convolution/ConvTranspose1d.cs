namespace Builder.Graph.Catalog.Kinds;

/// <summary>Series grow: [N, C, L] to [N, out_channels, L′].</summary>
public sealed class ConvTranspose1d : TransposedConvolutionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Transposed 1-D convolution", "一维转置卷积层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "The reverse of a convolution: paints learned patterns into a longer series.",
        "卷积的反向操作：把学到的图案画进一条更长的序列。");

    /// <inheritdoc/>
    public override string Formula => @"y_{o} = b_{o} + \sum_{c} w_{c,o} * (x_{c} \uparrow s)";

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}
