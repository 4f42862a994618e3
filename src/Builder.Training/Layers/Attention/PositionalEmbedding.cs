using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Adds a learned list of numbers for each place: [N, T, F] + weight[0 … T−1]. Starts like torch.nn.Embedding, standard normal.</summary>
public sealed class PositionalEmbedding : UnaryLayer
{
    private readonly Tensor _weight;

    /// <summary>Weight [max_length, F].</summary>
    public PositionalEmbedding(LayerContext context) => _weight = Weight(
        "weight", Initialization.Normal(context, context.Block.Int("max_length"), context.Block.Input.Shape[-1].Size));

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => input + _weight.narrow(0, 0, input.size(1));
}
