using Builder.Training.Layers;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Layers.Examples;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers.Normalization;

public class RMSNormTests
{
    [Fact]
    public void Half_precision_is_averaged_in_single_precision_and_given_back_as_it_came()
    {
        using var scope = NewDisposeScope();
        using var layer = LayerFactory.Create(new LayerContext(
            LayerExample.Of("RMSNorm", ExampleInput.Values(1, 512)).With("eps", 1e-6).With("elementwise_affine", false).Instance(),
            ScalarType.Float32,
            TestDevice.Current));
        var input = full([1, 512], 3, dtype: ScalarType.BFloat16, device: TestDevice.Current);
        var output = layer.Forward([input], new Pass(Training: false, 1))[0];
        Assert.Equal(ScalarType.BFloat16, output.dtype);
        Assert.All(TensorValues.Read(output), value => Assert.Equal(1, value));
    }
}
