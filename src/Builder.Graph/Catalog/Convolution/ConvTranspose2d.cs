namespace Builder.Graph.Catalog.Kinds;

/// <summary>Pictures grow: [N, C, H, W] to [N, out_channels, H′, W′].</summary>
public sealed class ConvTranspose2d : TransposedConvolutionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Transposed 2-D convolution", "二维转置卷积层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "The reverse of a convolution: paints learned patterns into a larger picture. Kernel 4, stride 2, padding 1 doubles height and width.",
        "卷积的反向操作：把学到的图案画进一张更大的图片。卷积核 4、步幅 2、填充 1 时，高和宽翻倍。");

    /// <inheritdoc/>
    public override string Formula => @"y_{o} = b_{o} + \sum_{c} w_{c,o} * (x_{c} \uparrow s)";

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}
