using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>1 where a token is padding, 0 elsewhere: [N, T] to [N, T].</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class PaddingMask(LayerContext context) : UnaryLayer
{
    private readonly long _padding = context.Block.Int("padding_idx");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input.eq(_padding).to_type(context.DType);
}
