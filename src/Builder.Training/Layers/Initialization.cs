using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>PyTorch's default initial weights.</summary>
public static class Initialization
{
    /// <summary>
    /// Uniform between ±1/√fan_in, which is what PyTorch's Linear and convolutions start with for weights (kaiming_uniform_ with a = √5
    /// comes down to it) and biases. https://pytorch.org/docs/stable/generated/torch.nn.Linear.html
    /// </summary>
    public static Tensor FanIn(LayerContext context, long fanIn, params long[] shape)
    {
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        return empty(shape, dtype: context.DType, device: context.Device).uniform_(-bound, bound);
    }

    /// <summary>Uniform between the bounds.</summary>
    public static Tensor Uniform(LayerContext context, double low, double high, params long[] shape) =>
        empty(shape, dtype: context.DType, device: context.Device).uniform_(low, high);

    /// <summary>Standard normal.</summary>
    public static Tensor Normal(LayerContext context, params long[] shape) =>
        empty(shape, dtype: context.DType, device: context.Device).normal_();

    /// <summary>All zero.</summary>
    public static Tensor Zeros(LayerContext context, params long[] shape) => zeros(shape, dtype: context.DType, device: context.Device);

    /// <summary>All one.</summary>
    public static Tensor Ones(LayerContext context, params long[] shape) => ones(shape, dtype: context.DType, device: context.Device);
}
