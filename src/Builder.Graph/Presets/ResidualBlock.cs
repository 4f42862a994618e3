using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Presets.Drawing;
using Builder.Graph.Shapes;

namespace Builder.Graph.Presets;

/// <summary>
/// The basic block of a residual network (He et al. 2015): two 3×3 convolutions with batch normalisation and a shortcut around them,
/// [N, C, H, W] to [N, out_channels, H / stride, W / stride] rounded up.
/// </summary>
public sealed class ResidualBlock : Preset
{
    private static readonly Localized s_picture = new("Picture", "图片");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Residual block", "残差块");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Two convolutions and a shortcut around them: they only learn what to add to the picture, so that even very deep networks learn well.",
        "两个卷积层加一条跳跃连接：卷积层只需学习在原图上加些什么，因此很深的网络也能学好。");

    /// <inheritdoc/>
    public override string Source => "https://arxiv.org/abs/1512.03385";

    /// <inheritdoc/>
    public override Family Family => Family.Convolution;

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Size("out_channels", 64, new("Output channels", "输出通道数"), new(
            "How many channels come out. Without a projection as many must come in.",
            "输出多少个通道。跳跃连接不带投影时，输入通道数必须与之相同。")),
        Parameter.Integer("stride", 1, new("Stride", "步幅"), new(
            "2 halves height and width.",
            "填 2 时高和宽减半。"), 1, 1000),
        Parameter.Switch("projection", false, new("Projected shortcut", "带投影的跳跃连接"), new(
            "Puts a 1×1 convolution into the shortcut: needed where the number of channels changes. A stride above 1 always has one.",
            "在跳跃连接中加入 1×1 卷积：通道数改变时需要。步幅大于 1 时总会加入。")),
    ];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ParameterValue> Fitting(TensorType? arriving) =>
        arriving is { Element: ElementType.Float32, Shape: { Rank: 4 } picture } && picture[1] is { IsKnown: true, Size: var channels }
            ? Block.NoParameters.Add("out_channels", channels) : base.Fitting(arriving);

    /// <inheritdoc/>
    internal override string Stem => "residual";

    /// <inheritdoc/>
    internal override void Draw(GroupDraft draft, PresetValues values)
    {
        var input = draft.Input("input", s_picture);
        var first = Convolve(draft, values, "conv1", "bn1", input, kernel: 3, values["stride"]);
        var second = Convolve(draft, values, "conv2", "bn2", draft.Add("relu1", "ReLU", first), kernel: 3, stride: 1);
        var shortcut = values.Flag("projection") || values.Int("stride") > 1
            ? Convolve(draft, values, "downsample", "downsample_bn", input, kernel: 1, values["stride"])
            : input;
        var sum = draft.Add("add", "Add", [("input", second), ("other", shortcut)]);
        draft.Output("output", s_picture, draft.Add("relu2", "ReLU", sum));
    }

    /// <summary>A convolution and its batch normalisation, whose shift makes a bias of the convolution pointless.</summary>
    private static PortRef Convolve(
        GroupDraft draft, PresetValues values, string convolution, string normalization, PortRef from, long kernel, ParameterValue stride) =>
        draft.Add(normalization, "BatchNorm2d", draft.Add(
            convolution, "Conv2d", from, ("out_channels", values["out_channels"]), ("kernel_size", kernel), ("stride", stride),
            ("padding", kernel / 2), ("bias", false)));
}
