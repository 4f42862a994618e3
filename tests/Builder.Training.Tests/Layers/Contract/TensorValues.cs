using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers.Contract;

/// <summary>Tensors from and to plain numbers.</summary>
internal static class TensorValues
{
    /// <summary>A tensor of these values and sizes.</summary>
    public static Tensor Of(double[] values, long[] shape, ScalarType type, Device device) =>
        tensor(values, dtype: ScalarType.Float64).reshape(shape).to(type).to(device);

    /// <summary>A tensor of these numbers and sizes.</summary>
    public static Tensor Of(long[] values, long[] shape, Device device) => tensor(values, dtype: ScalarType.Int64).reshape(shape).to(device);

    /// <summary>All values, row by row.</summary>
    public static double[] Read(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
    }

    /// <summary>The gradient, or zeros where none arrived.</summary>
    public static double[] ReadGradient(Tensor tensor) => tensor.grad is { } gradient ? Read(gradient) : new double[tensor.numel()];
}
