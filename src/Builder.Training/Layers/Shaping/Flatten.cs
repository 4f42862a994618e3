using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Neighbouring dimensions become one. https://pytorch.org/docs/stable/generated/torch.nn.Flatten.html</summary>
public sealed class Flatten(LayerContext context) : UnaryLayer
{
    private readonly long _start = context.Block.Int("start_dim");
    private readonly long _end = context.Block.Int("end_dim");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.flatten(_start, _end);
}
