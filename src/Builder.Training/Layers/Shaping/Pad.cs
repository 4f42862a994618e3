using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Adds a margin. https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html</summary>
public sealed class Pad(LayerContext context) : UnaryLayer
{
    private readonly long[] _pad = [.. context.Block.Ints("pad")];
    private readonly PaddingModes _mode = Mode(context.Block.Text("mode"));
    private readonly double _value = context.Block.Real("value");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.pad(input, _pad, _mode, _value);

    private static PaddingModes Mode(string name) => name switch
    {
        "reflect" => PaddingModes.Reflect,
        "replicate" => PaddingModes.Replicate,
        "circular" => PaddingModes.Circular,
        _ => PaddingModes.Constant,
    };
}
