using System.Text.Json;
using Builder.Training.Layers;
using Builder.Training.Optimizers;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Oracles;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Optimizers;

public class OptimizerTrajectoryTests
{
    private static readonly JsonElement s_stored = OracleFile.Read("optimizers.json");

    public static TheoryData<int, string> Cases => OracleFile.Cases("optimizers.json");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fifty_steps_go_where_PyTorchs_go(int number, string about)
    {
        Follow(number, about, ScalarType.Float64);
        Follow(number, about, ScalarType.Float32);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_after_a_restore_are_those_of_an_optimizer_that_never_stopped(int number, string about)
    {
        using var scope = NewDisposeScope();
        var whole = new Descent(Case(number), ScalarType.Float32);
        whole.Run(30);
        var first = new Descent(Case(number), ScalarType.Float32);
        first.Run(17);
        var second = new Descent(Case(number), ScalarType.Float32);
        second.ContinueFrom(first);
        second.Run(13);
        Assert.True(whole.Values().SequenceEqual(second.Values()), about);
    }

    [Fact]
    public void Every_optimizer_of_the_catalog_is_among_the_stored_ones() => Assert.Equal(
        OptimizerFactory.Kinds.Order(StringComparer.Ordinal),
        s_stored.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal));

    private static JsonElement Case(int number) => s_stored.GetProperty("cases")[number];

    private static void Follow(int number, string about, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var descent = new Descent(Case(number), type);
        var step = 0;
        foreach (var expected in Case(number).GetProperty("steps").EnumerateArray())
        {
            descent.Run(1);
            Trajectory.AssertAgrees(
                expected.Deserialize<double[]>()!, descent.Values(), each: type == ScalarType.Float64, $"{about} {type}, step {++step}");
        }

        Assert.Equal(50, step);
    }

    /// <summary>mean((tanh(xW + b) − y)²) made small.</summary>
    private sealed class Descent
    {
        private readonly Tensor _x;
        private readonly Tensor _y;
        private readonly NamedTensor[] _parameters;
        private readonly Optimizer _optimizer;
        private readonly double _clip;

        public Descent(JsonElement stored, ScalarType type)
        {
            Tensor Values(string name, params long[] shape) => TensorValues.Of(s_stored.Doubles(name), shape, type, TestDevice.Current);
            (_x, _y) = (Values("x", 5, 3), Values("y", 5, 2));
            _parameters =
            [
                new("layer.weight", Values("weight", 3, 2).requires_grad_(), true),
                new("layer.bias", Values("bias", 2).requires_grad_(), true),
            ];
            _optimizer = OptimizerFactory.Create(stored.Instance(), _parameters);
            _clip = stored.GetProperty("clip").GetDouble();
        }

        public void Run(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                _optimizer.ZeroGrad();
                _x.matmul(_parameters[0].Tensor).add(_parameters[1].Tensor).tanh().sub(_y).square().mean().backward();
                if (_clip > 0)
                {
                    _optimizer.ClipGradientNorm(_clip);
                }

                _optimizer.Step();
            }
        }

        public void ContinueFrom(Descent other)
        {
            foreach (var (to, from) in _parameters.Zip(other._parameters))
            {
                ExampleRun.SetValues(to.Tensor, TensorValues.Read(from.Tensor));
            }

            _optimizer.Restore(other._optimizer.Steps, other._optimizer.State.ToDictionary(s => s.Name, s => s.Tensor));
            if (other._optimizer.Numbers.Count > 0)
            {
                _optimizer.Numbers = other._optimizer.Numbers;
            }
        }

        public double[] Values() => [.. _parameters.SelectMany(p => TensorValues.Read(p.Tensor))];
    }
}
