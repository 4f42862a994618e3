using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.NN;

/// <summary>
/// Long short-term memory computes what its definition says (https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html), forwards and
/// backwards. The definition is written out here with one operator after the other.
/// </summary>
public sealed class LSTMTests
{
    private const int Batch = 5;
    private const int Features = 3;

    [Theory]
    [InlineData(ScalarType.Float64, 1, false, true, 6, 7)]
    [InlineData(ScalarType.Float64, 2, true, true, 4, 3)]
    [InlineData(ScalarType.Float64, 3, false, false, 5, 9)]
    [InlineData(ScalarType.Float64, 1, true, false, 1, 1)]
    [InlineData(ScalarType.Float32, 1, false, true, 6, 16)]
    [InlineData(ScalarType.Float32, 2, true, true, 9, 21)]
    [InlineData(ScalarType.Float32, 1, false, true, 3, 700)]
    public void Outputs_states_and_all_gradients_are_those_of_the_definition(
        ScalarType type, int layers, bool bidirectional, bool bias, int steps, int hidden)
    {
        using var scope = NewDisposeScope();
        manual_seed(layers + hidden);
        using var module = nn.LSTM(Features, hidden, layers, bias, batchFirst: true, dropout: 0, bidirectional, CPU, type);
        var places = layers * (bidirectional ? 2 : 1);
        var input = randn([Batch, steps, Features], type).requires_grad_();
        var first = (randn([places, Batch, hidden], type).requires_grad_(), randn([places, Batch, hidden], type).requires_grad_());
        var weights = new[] { randn([Batch, steps, hidden * places / layers], type), randn([places, Batch, hidden], type), randn([places, Batch, hidden], type) };
        Tensor[] wanted = [input, first.Item1, first.Item2, .. module.named_parameters().Select(p => p.parameter)];

        var (all, last, cell) = module.call(input, first);
        var actual = Gradients([all, last, cell], weights, wanted);
        var expected = Define(module, input, first, bidirectional, bias);
        var gradients = Gradients(expected, weights, wanted);

        Assert.All(new[] { all, last, cell }.Zip(expected).Concat(actual.Zip(gradients)), pair => AssertSame(pair.Second, pair.First));
    }

    [Fact]
    public void Sums_of_any_size_give_values_within_their_bounds_and_a_NaN_stays_one()
    {
        using var scope = NewDisposeScope();
        using var module = nn.LSTM(1, 1, 1, true, batchFirst: true, dropout: 0, false, CPU, ScalarType.Float32);
        var values = new[] { -1e30f, -200, -88, -1, -1e-20f, 0, 1e-20f, 1, 88, 200, 1e30f, float.NegativeInfinity, float.PositiveInfinity, float.NaN };

        var (all, _, _) = module.call(tensor(values).view(values.Length, 1, 1));

        var outputs = all.data<float>().ToArray();
        Assert.All(outputs[..^1], output => Assert.InRange(output, -1, 1));
        Assert.True(float.IsNaN(outputs[^1]));
    }

    [Theory]
    [InlineData("sigmoid", 0, 2)]
    [InlineData("tanh", 2, 0)]
    public void Gates_are_off_by_at_most_three_units_in_the_last_place(string function, int varied, int open)
    {
        using var scope = NewDisposeScope();
        using var module = nn.LSTM(1, 1, 1, true, batchFirst: true, dropout: 0, false, CPU, ScalarType.Float32);
        // The cell becomes the varied gate times the open one, which is 1 to the last bit.
        Set(module, "weight_ih_l0", varied, 1);
        Set(module, "bias_ih_l0", open, 40);
        Set(module, "bias_hh_l0", 0, 0);
        var values = Enumerable.Range(-80_000, 160_001).Select(k => k / 1000f).Concat(Enumerable.Range(1, 1000).Select(k => MathF.Pow(0.93f, k))).ToArray();

        var (_, _, cell) = module.call(tensor(values).view(values.Length, 1, 1));

        var worst = values.Zip(cell.data<float>().ToArray()).Max(pair => UnitsOff(function == "tanh" ? Math.Tanh(pair.First) : 1 / (1 + Math.Exp(-pair.First)), pair.Second));
        Assert.InRange(worst, 0, 3);
    }

    [Fact]
    public void The_graph_can_be_walked_twice_and_adds_the_same_gradients_again()
    {
        using var scope = NewDisposeScope();
        using var module = nn.LSTM(Features, 4, 1, true, batchFirst: true, dropout: 0, false, CPU, ScalarType.Float64);
        var input = randn([Batch, 3, Features], ScalarType.Float64).requires_grad_();
        var loss = module.call(input).Item1.square().sum();

        loss.backward(retain_graph: true);
        var once = input.grad!.clone();
        loss.backward();

        AssertSame(once.add(once), input.grad!);
    }

    [Fact]
    public void Gradients_of_gradients_are_refused_in_words()
    {
        using var scope = NewDisposeScope();
        using var module = nn.LSTM(Features, 4, 1, true, batchFirst: true, dropout: 0, false, CPU, ScalarType.Float32);
        var loss = module.call(randn([Batch, 3, Features]).requires_grad_()).Item1.sum();

        var refusal = Assert.ThrowsAny<ExternalException>(() => loss.backward(create_graph: true));

        Assert.Contains("the gradient of an LSTM has no gradient of its own", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(4, 5)]
    [InlineData(500, 500)]
    public void First_states_for_other_samples_are_refused(int hidden, int cell)
    {
        using var scope = NewDisposeScope();
        using var module = nn.LSTM(Features, 7, 1, true, batchFirst: true, dropout: 0, false, CPU, ScalarType.Float32);

        var refusal = Assert.ThrowsAny<ExternalException>(() => module.call(randn([Batch, 2, Features]), (zeros([1, hidden, 7]), zeros([1, cell, 7]))));

        Assert.Contains("an LSTM of 7 numbers was given 5 samples", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_frozen_gets_no_gradient_and_the_rest_the_same_as_before()
    {
        using var scope = NewDisposeScope();
        using var module = nn.LSTM(Features, 4, 1, true, batchFirst: true, dropout: 0, false, CPU, ScalarType.Float64);
        var input = randn([Batch, 3, Features], ScalarType.Float64).requires_grad_();
        module.call(input).Item1.square().sum().backward();
        var expected = input.grad!.clone();
        input.grad = null;
        foreach (var (_, parameter) in module.named_parameters())
        {
            parameter.grad = null;
            parameter.requires_grad_(false);
        }

        module.call(input).Item1.square().sum().backward();

        AssertSame(expected, input.grad!);
        Assert.All(module.named_parameters(), p => Assert.Null(p.parameter.grad));
    }

    private static void Set(LSTM module, string name, int place, float value)
    {
        using var frozen = no_grad();
        var values = new float[4];
        values[place] = value;
        var parameter = module.get_parameter(name)!;
        parameter.mul_(0).add_(tensor(values).view(parameter.shape), 1);
    }

    private static double UnitsOff(double expected, float actual) =>
        Math.Abs(actual - expected) / (MathF.BitIncrement(MathF.Abs((float)expected)) - MathF.Abs((float)expected));

    private static Tensor[] Gradients(Tensor[] outputs, Tensor[] weights, Tensor[] wanted)
    {
        outputs.Zip(weights, (output, weight) => output.mul(weight).sum()).Aggregate((a, b) => a.add(b)).backward();
        var gradients = wanted.Select(tensor => tensor.grad!.clone()).ToArray();
        foreach (var tensor in wanted)
        {
            tensor.grad = null;
        }

        return gradients;
    }

    private static Tensor[] Define(LSTM module, Tensor input, (Tensor Hidden, Tensor Cell) first, bool bidirectional, bool bias)
    {
        var parameters = new Queue<Tensor>(module.named_parameters().Select(p => p.parameter));
        var (values, hidden, cells) = (input, new List<Tensor>(), new List<Tensor>());
        while (parameters.Count > 0)
        {
            var outputs = new List<Tensor>();
            for (var direction = 0; direction < (bidirectional ? 2 : 1); direction++)
            {
                var own = Enumerable.Range(0, bias ? 4 : 2).Select(_ => parameters.Dequeue()).ToArray();
                var (all, h, c) = DefineDirection(values, first.Hidden.select(0, hidden.Count), first.Cell.select(0, hidden.Count), own, direction == 1);
                outputs.Add(all);
                hidden.Add(h);
                cells.Add(c);
            }

            values = cat(outputs.ToArray(), 2);
        }

        return [values, stack(hidden), stack(cells)];
    }

    private static (Tensor All, Tensor Hidden, Tensor Cell) DefineDirection(Tensor input, Tensor h, Tensor c, Tensor[] own, bool reverse)
    {
        var steps = Enumerable.Range(0, (int)input.size(1));
        var outputs = new Tensor[input.size(1)];
        foreach (var t in reverse ? steps.Reverse() : steps)
        {
            var sum = input.select(1, t).matmul(own[0].transpose(0, 1)).add(h.matmul(own[1].transpose(0, 1)));
            sum = own.Length > 2 ? sum.add(own[2]).add(own[3]) : sum;
            var gates = sum.chunk(4, 1);
            c = gates[1].sigmoid().mul(c).add(gates[0].sigmoid().mul(gates[2].tanh()));
            h = gates[3].sigmoid().mul(c.tanh());
            outputs[t] = h;
        }

        return (stack(outputs, 1), h, c);
    }

    private static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        var tolerance = expected.dtype == ScalarType.Float64 ? 1e-12 : 1e-5;
        var scale = 1 + expected.abs().to(ScalarType.Float64).amax().ToDouble();
        Assert.InRange(actual.sub(expected).abs().to(ScalarType.Float64).amax().ToDouble(), 0, tolerance * scale);
    }
}
