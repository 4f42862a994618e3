using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>What convolutions share: their settings along each spatial dimension, weight and bias.</summary>
public abstract class ConvolutionLayer : UnaryLayer
{
    /// <summary>
    /// Weights [channels, channels ÷ groups, …kernel] and bias [out_channels]. PyTorch counts the fan-in of both kinds of convolution
    /// from the second size of the weight on.
    /// </summary>
    protected ConvolutionLayer(LayerContext context, int dimensions, bool transposed)
    {
        var block = context.Block;
        Stride = [.. block.Ints("stride", dimensions)];
        Padding = [.. block.Ints("padding", dimensions)];
        Dilation = [.. block.Ints("dilation", dimensions)];
        Groups = block.Int("groups");
        var (inputs, outputs) = (block.Input.Shape[1].Size, block.Int("out_channels"));
        var (first, second) = transposed ? (inputs, outputs / Groups) : (outputs, inputs / Groups);
        long[] shape = [first, second, .. block.Ints("kernel_size", dimensions)];
        var fanIn = shape.Skip(1).Aggregate(1L, (product, size) => product * size);
        Kernel = Weight("weight", Initialization.FanIn(context, fanIn, shape));
        Bias = block.Flag("bias") ? Weight("bias", Initialization.FanIn(context, fanIn, outputs)) : null;
    }

    /// <summary>The weight.</summary>
    protected Tensor Kernel { get; }

    /// <summary>The bias; null where it is switched off.</summary>
    protected Tensor? Bias { get; }

    /// <summary>Stride along each dimension.</summary>
    protected long[] Stride { get; }

    /// <summary>Padding along each dimension.</summary>
    protected long[] Padding { get; }

    /// <summary>Dilation along each dimension.</summary>
    protected long[] Dilation { get; }

    /// <summary>Number of groups.</summary>
    protected long Groups { get; }
}
