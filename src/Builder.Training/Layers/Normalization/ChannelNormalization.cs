using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Settings, weights and running statistics of one number for each channel.</summary>
internal sealed class ChannelNormalization
{
    /// <summary>Registers what is switched on, in PyTorch's order.</summary>
    public ChannelNormalization(LayerContext context, Func<string, Tensor, Tensor> weight, Func<string, Tensor, Tensor> buffer)
    {
        var (block, channels) = (context.Block, context.Block.Input.Shape[1].Size);
        (Eps, Momentum) = (block.Real("eps"), block.Real("momentum"));
        if (block.Flag("affine"))
        {
            Scale = weight("weight", Initialization.Ones(context, channels));
            Shift = weight("bias", Initialization.Zeros(context, channels));
        }

        if (block.Flag("track_running_stats"))
        {
            RunningMean = buffer("running_mean", Initialization.Zeros(context, channels));
            RunningVariance = buffer("running_var", Initialization.Ones(context, channels));
        }
    }

    /// <summary>Added to the variance.</summary>
    public double Eps { get; }

    /// <summary>Share of the newest batch in the running statistics.</summary>
    public double Momentum { get; }

    /// <summary>Learned scale.</summary>
    public Tensor? Scale { get; }

    /// <summary>Learned shift.</summary>
    public Tensor? Shift { get; }

    /// <summary>Remembered mean.</summary>
    public Tensor? RunningMean { get; }

    /// <summary>Remembered variance.</summary>
    public Tensor? RunningVariance { get; }
}
