using Builder.Graph.Messages;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>Tensors in plain words.</summary>
public static class TypeWords
{
    private static readonly MessageTemplate SingleNumber = new("type-single-number", "a single number", "单个数值");

    private static readonly MessageTemplate NumberPerSample = new("type-number-per-sample", "one number per sample {shape}", "每个样本一个数值 {shape}");

    private static readonly MessageTemplate List = new("type-list", "a list of {numbers} {shape}", "含 {numbers}的列表 {shape}");

    private static readonly MessageTemplate Labels = new("type-labels", "{count} labels, each yes or no {shape}", "{count} 个标签、各为“是”或“否” {shape}");

    private static readonly MessageTemplate Sequence = new(
        "type-sequence", "a sequence of {steps} with {numbers} each {shape}", "{steps}、每步 {numbers}的序列 {shape}");

    private static readonly MessageTemplate Picture = new(
        "type-picture", "a picture of {height}×{width} with {channels} {shape}", "{height}×{width}、{channels}的图片 {shape}");

    private static readonly MessageTemplate Tensor = new("type-tensor", "a tensor of shape {shape}", "形状为 {shape} 的张量");

    private static readonly MessageTemplate OneNumber = new("count-numbers.one", "one number", "1 个数值");

    private static readonly MessageTemplate ManyNumbers = new("count-numbers", "{count} numbers", "{count} 个数值");

    private static readonly MessageTemplate OneValue = new("count-values.one", "one value", "1 个数值");

    private static readonly MessageTemplate ManyValues = new("count-values", "{count} values", "{count} 个数值");

    private static readonly MessageTemplate OneStep = new("count-steps.one", "one step", "1 步");

    private static readonly MessageTemplate ManySteps = new("count-steps", "{count} steps", "{count} 步");

    private static readonly MessageTemplate OneChannel = new("count-channels.one", "one channel", "1 个通道");

    private static readonly MessageTemplate ManyChannels = new("count-channels", "{count} channels", "{count} 个通道");

    /// <summary>A type in plain words, with its shape: "a list of 64 numbers [N, 64]".</summary>
    public static Message Describe(TensorType type)
    {
        var shape = type.Shape;
        return shape.Rank switch
        {
            0 => SingleNumber.With(),
            1 => NumberPerSample.With(("shape", shape)),
            2 when type.IsMultiLabel => Labels.With(("count", shape[1]), ("shape", shape)),
            2 => List.With(("numbers", Numbers(shape[1])), ("shape", shape)),
            3 => Sequence.With(("steps", Steps(shape[1])), ("numbers", Numbers(shape[2])), ("shape", shape)),
            4 => Picture.With(("height", shape[2]), ("width", shape[3]), ("channels", Channels(shape[1])), ("shape", shape)),
            _ => Tensor.With(("shape", shape)),
        };
    }

    /// <summary>"one value", "3 values", "T values".</summary>
    internal static Message Values(Dim count) => count == 1 ? OneValue.With() : ManyValues.With(("count", count));

    private static Message Numbers(Dim count) => count == 1 ? OneNumber.With() : ManyNumbers.With(("count", count));

    private static Message Steps(Dim count) => count == 1 ? OneStep.With() : ManySteps.With(("count", count));

    private static Message Channels(Dim count) => count == 1 ? OneChannel.With() : ManyChannels.With(("count", count));
}
