using Builder.Training.Layers;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Layers.Examples;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

public class BatchNormTests
{
    [Fact]
    public void A_training_batch_of_one_sample_leaves_finite_values_and_the_running_statistics_as_they_were()
    {
        using var run = new ExampleRun(
            LayerExample.Of("BatchNorm1d", ExampleInput.Values(1, 4)).InTraining(), ScalarType.Float32, seed: 1);
        var output = TensorValues.Read(run.Forward()[0]);
        Assert.All(output, value => Assert.True(double.IsFinite(value)));
        Assert.True(output.Distinct().Count() > 1);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], run.Layer.Weights.Where(w => !w.Trainable).SelectMany(w => TensorValues.Read(w.Tensor)));
    }

    [Fact]
    public void Only_training_moves_the_running_statistics()
    {
        var example = LayerExample.Of("BatchNorm2d", ExampleInput.Values(3, 2, 4, 4).Between(5, 9));
        using var trained = new ExampleRun(example.InTraining(), ScalarType.Float64, seed: 1);
        using var used = new ExampleRun(example, ScalarType.Float64, seed: 1);
        trained.Forward();
        used.Forward();
        Assert.All(Mean(trained), mean => Assert.InRange(mean, 0.5, 0.9));
        Assert.All(Mean(used), mean => Assert.Equal(0, mean));
    }

    private static double[] Mean(ExampleRun run) => TensorValues.Read(run.Layer.Weights.Single(w => w.Name == "running_mean").Tensor);
}

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
        var output = layer.Forward([input], new ForwardContext(Training: false, 1))[0];
        Assert.Equal(ScalarType.BFloat16, output.dtype);
        Assert.All(TensorValues.Read(output), value => Assert.Equal(1, value));
    }
}
