using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Normalisation of each channel of each sample by itself.</summary>
public abstract class InstanceNormalizationLayer : UnaryLayer
{
    private readonly ChannelNormalization _state;

    /// <summary>Weight (one), bias (zero), running_mean (zero) and running_var (one), each [channels], where they are switched on.</summary>
    protected InstanceNormalizationLayer(LayerContext context) => _state = new(context, Weight, Buffer);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.instance_norm(
        input,
        _state.RunningMean,
        _state.RunningVariance,
        _state.Scale,
        _state.Shift,
        pass.Training || _state.RunningMean is null,
        _state.Momentum,
        _state.Eps);
}
