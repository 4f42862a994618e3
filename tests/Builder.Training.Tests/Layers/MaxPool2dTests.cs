using Builder.Graph.Documents;
using Builder.Training.Layers;
using Builder.Training.Tests.Layers.Examples;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

/// <summary>With many channels the places and the values are found apart: nothing may differ from libtorch's own pooling.</summary>
public sealed class MaxPool2dTests
{
    [Theory]
    [InlineData(16, 2, 2, 0, 1, false)]
    [InlineData(8, 3, 1, 1, 1, false)]
    [InlineData(9, 3, 2, 1, 1, true)]
    [InlineData(8, 2, 2, 0, 2, true)]
    public void Values_and_gradients_are_those_of_libtorch_to_the_bit(int channels, int kernel, int stride, int padding, int dilation, bool ceil)
    {
        using var scope = NewDisposeScope();
        manual_seed(channels + kernel);
        // Whole numbers: many values are equal, so that it matters which of them counts; padding never does.
        var input = randint(-3, 2, [2, channels, 13, 11], ScalarType.Float32, TestDevice.Current);
        var (ours, theirs) = (input.clone().requires_grad_(), input.clone().requires_grad_());
        using var layer = LayerFactory.Create(Context(channels, kernel, stride, padding, dilation, ceil));

        var actual = layer.Forward([ours], new ForwardContext(Training: true, 2))[0];
        var expected = nn.functional.max_pool2d(theirs, [kernel, kernel], [stride, stride], [padding, padding], [dilation, dilation], ceil);
        var weights = rand_like(expected);
        actual.mul(weights).sum().backward();
        expected.mul(weights).sum().backward();

        Assert.Equal(expected.shape, actual.shape);
        Assert.True(expected.eq(actual).all().ToBoolean());
        Assert.True(theirs.grad!.allclose(ours.grad!, 1e-6, 1e-7));
    }

    [Fact]
    public void A_value_that_is_no_number_stays_one()
    {
        using var scope = NewDisposeScope();
        var input = zeros([1, 8, 4, 4], device: TestDevice.Current);
        input[0, 3, 1, 1] = float.NaN;
        using var layer = LayerFactory.Create(Context(8, 2, 2, 0, 1, false));

        var output = layer.Forward([input], new ForwardContext(Training: false, 1))[0];

        Assert.Equal(1, output.isnan().sum().ToInt64());
        Assert.True(output[0, 3, 0, 0].isnan().ToBoolean());
    }

    private static LayerContext Context(int channels, int kernel, int stride, int padding, int dilation, bool ceil) => new(
        LayerExample.Of(nameof(MaxPool2d), ExampleInput.Values(channels, 13, 11)).With("kernel_size", Pair(kernel)).With("stride", Pair(stride))
            .With("padding", Pair(padding)).With("dilation", Pair(dilation)).With("ceil_mode", ceil).Instance(),
        ScalarType.Float32,
        TestDevice.Current);

    private static ParameterValue.List Pair(long value) => new([value, value]);
}
