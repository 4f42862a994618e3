using Builder.Datasets.Transforms;
using static TorchSharp.torch;

namespace Builder.Training.DataLoading;

/// <summary>The normalisation of pictures [N, C, H, W], ready on the device: (value − mean) ÷ deviation for each channel.</summary>
public sealed class ChannelScale : IDisposable
{
    private readonly Tensor _mean;
    private readonly Tensor _deviation;

    private ChannelScale(PictureNormalization normalization, Device device)
    {
        long[] perChannel = [1, normalization.Mean.Length, 1, 1];
        _mean = tensor([.. normalization.Mean], perChannel, device: device).DetachFromDisposeScope();
        _deviation = tensor([.. normalization.Std], perChannel, device: device).DetachFromDisposeScope();
    }

    /// <summary>The scale of a normalisation; null where it changes nothing.</summary>
    public static ChannelScale? Of(PictureNormalization normalization, Device device) =>
        normalization.Mean.All(m => m == 0) && normalization.Std.All(s => s == 1) ? null : new(normalization, device);

    /// <summary>From values between 0 and 1 to what the network reads.</summary>
    public Tensor Apply(Tensor pictures) => pictures.sub(_mean).div(_deviation);

    /// <summary>From what the network reads to values between 0 and 1.</summary>
    public Tensor Undo(Tensor pictures) => pictures.mul(_deviation).add(_mean);

    /// <inheritdoc/>
    public void Dispose()
    {
        _mean.Dispose();
        _deviation.Dispose();
    }
}
