namespace Builder.Graph.Catalog.Kinds;

/// <summary>Patterns in series: [N, C, L] to [N, out_channels, L′].</summary>
public sealed class Conv1d : ForwardConvolutionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D convolution", "一维卷积层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Slides small learned patterns along a series and reports where each is found.",
        "让可学习的小图案沿序列滑动，报告每个图案出现在哪里。");

    /// <inheritdoc/>
    public override string Formula => @"y_{o} = b_{o} + \sum_{c} w_{o,c} \star x_{c}";

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}
