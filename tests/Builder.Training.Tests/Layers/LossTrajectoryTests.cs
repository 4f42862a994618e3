using System.Text.Json;
using Builder.Graph.Catalog;
using Builder.Training.Layers;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Oracles;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

public class LossTrajectoryTests
{
    private static readonly JsonElement s_stored = OracleFile.Read("losses.json");

    public static TheoryData<int, string> Cases => OracleFile.Cases("losses.json");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fifty_steps_down_a_loss_go_where_PyTorchs_go(int number, string about)
    {
        Follow(number, about, ScalarType.Float64);
        Follow(number, about, ScalarType.Float32);
    }

    [Fact]
    public void Every_loss_of_the_catalog_is_among_the_stored_ones() => Assert.Equal(
        BlockCatalog.Kinds.Where(kind => kind.Role == Role.Loss).Select(kind => kind.Id).Order(StringComparer.Ordinal),
        s_stored.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal));

    private static void Follow(int number, string about, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var stored = s_stored.GetProperty("cases")[number];
        var x = TensorValues.Of(s_stored.Doubles("x"), [6, 4], type, TestDevice.Current);
        var weight = TensorValues.Of(s_stored.Doubles("weight"), [4, 3], type, TestDevice.Current).requires_grad_();
        var targets = stored.GetProperty("targets").EnumerateArray().Select(target => Target(target, type)).ToArray();
        using var layer = LayerFactory.Create(new LayerContext(stored.Instance(), type, TestDevice.Current));
        var (losses, steps) = (new List<double>(), new List<double>());
        for (var step = 1; step <= 50; step++)
        {
            using var inner = NewDisposeScope();
            var output = x.matmul(weight);
            output = stored.GetProperty("kind").GetString() is "NLLLoss" or "KLDivLoss" ? output.log_softmax(1) : output;
            var loss = layer.Forward([output, .. targets], new ForwardContext(Training: true, 6))[0];
            losses.Add(TensorValues.Read(loss)[0]);
            weight.grad = null;
            loss.backward();
            ExampleRun.SetValues(weight, [.. TensorValues.Read(
                weight.sub(weight.grad!.mul(s_stored.GetProperty("rate").GetDouble())))]);
            if (step % 10 == 0)
            {
                steps.AddRange(TensorValues.Read(weight));
            }
        }

        Trajectory.AssertAgrees(stored.Doubles("losses"), [.. losses], each: type == ScalarType.Float64, $"{about} {type}");
        Trajectory.AssertAgrees(
            stored.GetProperty("steps").Deserialize<double[][]>()!.SelectMany(s => s).ToArray(), [.. steps], each: false, $"{about} {type} weights");
    }

    private static Tensor Target(JsonElement stored, ScalarType type)
    {
        var shape = stored.GetProperty("shape").Deserialize<long[]>()!;
        return stored.GetProperty("whole").GetBoolean()
            ? TensorValues.Of([.. stored.Doubles("values").Select(v => (long)v)], shape, TestDevice.Current)
            : TensorValues.Of(stored.Doubles("values"), shape, type, TestDevice.Current);
    }
}
