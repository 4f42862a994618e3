using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>
/// Normalisation of each channel over the batch. Where a training batch has a single value for each channel, whose spread is undefined
/// and which PyTorch refuses, the running statistics stand in, so that a last batch of one sample does not end a run.
/// </summary>
public abstract class BatchNormalizationLayer : UnaryLayer
{
    private readonly ChannelNormalization _state;

    /// <summary>Weight (one), bias (zero), running_mean (zero) and running_var (one), each [channels], where they are switched on.</summary>
    protected BatchNormalizationLayer(LayerContext context) => _state = new(context, Weight, Buffer);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass)
    {
        var (mean, variance) = (_state.RunningMean, _state.RunningVariance);
        var ofBatch = mean is null || (pass.Training && input.numel() > input.size(1));
        return nn.functional.batch_norm(
            input, mean, variance, _state.Scale, _state.Shift, ofBatch, _state.Momentum, _state.Eps);
    }
}
