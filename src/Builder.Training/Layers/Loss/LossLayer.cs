using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>A loss: compares a prediction with a target.</summary>
/// <param name="context">The block and where it computes.</param>
public abstract class LossLayer(LayerContext context) : BinaryLayer
{
    /// <summary>How the errors of all samples become one number.</summary>
    protected nn.Reduction Reduction { get; } = context.Block.Text("reduction") == "mean" ? nn.Reduction.Mean : nn.Reduction.Sum;

    /// <summary>Average or sum of all numbers.</summary>
    protected Tensor Reduce(Tensor errors) => Reduction == nn.Reduction.Mean ? errors.mean() : errors.sum();

    /// <summary>A list parameter as a buffer of the same name, as PyTorch keeps weights of classes; null where it is empty.</summary>
    protected Tensor? Values(string parameter) => context.Block.Reals(parameter) is { IsEmpty: false } values
        ? Buffer(parameter, tensor(values.ToArray(), dtype: context.DType, device: context.Device))
        : null;
}
