using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>
/// A recurrent layer over one call of libtorch's own operator. [N, T, F] to every step [N, T, D·H], or to the last state of each direction
/// side by side [N, D·H].
/// </summary>
/// <param name="context">The block and where it computes.</param>
public abstract class RecurrentLayer(LayerContext context) : UnaryLayer
{
    private readonly bool _lastOnly = context.Block.Text("output") == "last";

    /// <summary>Number of features of each step.</summary>
    protected long InputSize { get; } = context.Block.Input.Shape[-1].Size;

    /// <summary>How many numbers are remembered.</summary>
    protected long HiddenSize { get; } = context.Block.Int("hidden_size");

    /// <summary>How many layers are stacked.</summary>
    protected long Layers { get; } = context.Block.Int("num_layers");

    /// <summary>Adds constants.</summary>
    protected bool Bias { get; } = context.Block.Flag("bias");

    /// <summary>Share of values dropped between stacked layers; 0 for a single layer, where it has no effect.</summary>
    protected double Dropout { get; } = context.Block.Int("num_layers") > 1 ? context.Block.Real("dropout") : 0;

    /// <summary>Reads the sequence backwards too.</summary>
    protected bool Bidirectional { get; } = context.Block.Flag("bidirectional");

    /// <inheritdoc/>
    public sealed override Tensor Forward(Tensor input, ForwardContext pass)
    {
        // cuDNN gives gradients of training passes only. Without dropout the two are the same.
        var (all, state) = Run(input, pass.Training || (Dropout == 0 && is_grad_enabled()));
        return !_lastOnly ? all
            : Bidirectional ? cat([state.select(0, -2), state.select(0, -1)], 1)
            : state.select(0, -1);
    }

    /// <summary>Outputs of every step [N, T, D·H] and the last states [layers·D, N, H].</summary>
    protected abstract (Tensor All, Tensor State) Run(Tensor input, bool training);
}
