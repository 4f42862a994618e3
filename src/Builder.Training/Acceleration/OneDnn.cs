using Builder.Training.Native;
using static TorchSharp.torch;

namespace Builder.Training.Acceleration;

/// <summary>
/// oneDNN, with which libtorch computes convolutions, LSTMs and bfloat16 on the processor. Version 3.7.1, which libtorch 2.10 contains, puts
/// weights in a wrong order on some processors (https://github.com/uxlfoundation/oneDNN/issues/3280, mended in 3.8.1): on an AMD EPYC of 2025
/// predictions of an LSTM and gradients of a convolution were plainly wrong. So its answers are compared with libtorch's own before it is
/// relied on, and where they differ it is switched off for the process.
/// </summary>
public static unsafe class OneDnn
{
    // Rounding in 32 bits stays far below, a wrong order far above.
    private const double Tolerance = 1e-3;

    private static readonly TorchScript s_lstm = new("""
        def run(input: Tensor, state: List[Tensor], weights: List[Tensor]) -> Tensor:
            return torch.lstm(input, state, weights, True, 1, 0.0, False, False, False)[0]
        """);

    private static readonly Lazy<bool> s_isRight = new(Decide);

    /// <summary>False where it computes wrongly on this machine and is therefore switched off. The first question compares, which takes some hundredths of a second.</summary>
    /// <exception cref="NotSupportedException">It computes wrongly and cannot be switched off in this libtorch.</exception>
    public static bool IsRight => s_isRight.Value;

    /// <summary>Makes sure that what is computed from here on is right. To be called by whatever computes with it, before it does.</summary>
    /// <inheritdoc cref="IsRight" path="/exception"/>
    public static void Check() => _ = s_isRight.Value;

    /// <summary>The largest difference between its answers and libtorch's own, relative to the largest value; as things are set at the moment.</summary>
    public static double Difference()
    {
        using var scope = NewDisposeScope();
        using var grad = enable_grad();

        // Small sizes that are no multiples of a vector: these are what its faulty reorders stumble over.
        return new[]
        {
            Convolution((x, w) => nn.functional.conv1d(x, w), [2, 3, 9], [4, 3, 3]),
            Convolution((x, w) => nn.functional.conv2d(x, w, padding: [1, 1]), [2, 2, 6, 5], [3, 2, 3, 3]),
            Convolution((x, w) => nn.functional.conv2d(x, w), [3, 8, 7, 7], [8, 8, 3, 3]),
            Convolution((x, w) => nn.functional.conv_transpose1d(x, w), [2, 3, 5], [3, 4, 3]),
            Convolution((x, w) => nn.functional.conv_transpose2d(x, w), [2, 4, 5, 3], [4, 4, 2, 2]),
            Lstm(hidden: 4), Lstm(hidden: 8), Lstm(hidden: 16), Lstm(hidden: 33),
        }.Max();
    }

    private static bool Decide()
    {
        var libtorch = LibtorchExports.Find(
            ("_ZN2at13globalContextEv", "?globalContext@at@@YAAEAVContext@1@XZ"),
            ("_ZN2at7Context20setUserEnabledMkldnnEb", "?setUserEnabledMkldnn@Context@at@@QEAAX_N@Z"),
            ("_ZN2at7Context20setUserEnabledNNPACKEb", "?setUserEnabledNNPACK@Context@at@@QEAAX_N@Z"));

        // Where libtorch does not take oneDNN it asks NNPACK, which knows few processors and complains at every convolution where it does not know one.
        SwitchOff(libtorch, 2);
        if (Difference() < Tolerance)
        {
            return true;
        }

        return SwitchOff(libtorch, 1) ? false : throw new NotSupportedException("oneDNN computes wrongly on this processor, and this libtorch has no switch for it under the known names.");
    }

    // A function of the context, which is the first.
    private static bool SwitchOff(nint[]? libtorch, int function)
    {
        if (libtorch is null)
        {
            return false;
        }

        ((delegate* unmanaged<nint, byte, void>)libtorch[function])(((delegate* unmanaged<nint>)libtorch[0])(), 0);
        return true;
    }

    // Result and both gradients. What it does with 32 bits libtorch does itself with 64.
    private static double Convolution(Func<Tensor, Tensor, Tensor> convolve, long[] input, long[] weight)
    {
        Tensor[] Compute(ScalarType type)
        {
            var (x, w) = (Values(type, input).requires_grad_(), Values(type, weight).requires_grad_());
            var result = convolve(x, w);
            result.mul(result.detach()).sum().backward();
            return [result, x.grad!, w.grad!];
        }

        return Compute(ScalarType.Float32).Zip(Compute(ScalarType.Float64), Apart).Max();
    }

    // It is asked only where no gradient is wanted.
    private static double Lstm(long hidden)
    {
        const long Steps = 5;
        const long Samples = 3;
        const long Inputs = 4;
        using var noGrad = no_grad();
        Tensor Compute(ScalarType type) => s_lstm.Tensor(
            Values(type, Steps, Samples, Inputs), new[] { Values(type, 1, Samples, hidden), Values(type, 1, Samples, hidden) },
            new[] { Values(type, 4 * hidden, Inputs), Values(type, 4 * hidden, hidden), Values(type, 4 * hidden), Values(type, 4 * hidden) });

        return Apart(Compute(ScalarType.Float32), Compute(ScalarType.Float64));
    }

    // The same in both types, no two alike in reach, and drawn from no generator, whose order training promises.
    private static Tensor Values(ScalarType type, params long[] shape) => arange(shape.Aggregate(1L, (product, size) => product * size), dtype: ScalarType.Float32).mul(0.7).sin().reshape(shape).to_type(type);

    private static double Apart(Tensor single, Tensor exact)
    {
        var apart = single.detach().to_type(ScalarType.Float64).sub(exact.detach()).abs().max().item<double>() / exact.detach().abs().max().item<double>();
        return double.IsNaN(apart) ? double.PositiveInfinity : apart;
    }
}
