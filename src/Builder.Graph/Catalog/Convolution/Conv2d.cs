namespace Builder.Graph.Catalog.Kinds;

/// <summary>Patterns in pictures: [N, C, H, W] to [N, out_channels, H′, W′].</summary>
public sealed class Conv2d : ForwardConvolutionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D convolution", "二维卷积层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Slides small learned patterns over a picture and reports where each is found. The heart of picture recognition.",
        "让可学习的小图案在图片上滑动，报告每个图案出现在哪里，是图像识别的核心。");

    /// <inheritdoc/>
    public override string Formula => @"y_{o} = b_{o} + \sum_{c} w_{o,c} \star x_{c}";

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}
