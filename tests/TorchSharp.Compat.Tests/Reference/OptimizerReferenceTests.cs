using TorchSharp.Extras;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Compat.Tests.Reference;

public sealed class OptimizerReferenceTests
{
    private const double Relative = 1e-5;

    private static readonly Dictionary<string, Action<ParameterGroup, long>> s_steps = new()
    {
        ["sgd"] = (group, step) => group.sgd_step(0.1, 0, 0, 0, false, step == 1),
        ["sgd momentum"] = (group, step) => group.sgd_step(0.1, 0.9, 0.1, 0.01, false, step == 1),
        ["sgd nesterov"] = (group, step) => group.sgd_step(0.1, 0.9, 0, 0, true, step == 1),
        ["adam"] = (group, step) => group.adam_step(step, 0.01, 0.9, 0.999, 1e-8, 0),
        ["adam decay"] = (group, step) => group.adam_step(step, 0.01, 0.8, 0.99, 1e-8, 0.1),
        ["adamw"] = (group, step) => group.adamw_step(step, 0.01, 0.9, 0.999, 1e-8, 0.1),
        ["adam clipped"] = (group, step) => group.adam_step(step, 0.01, 0.9, 0.999, 1e-8, 0),
    };

    public static TheoryData<string> Names => [.. s_steps.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fifty_steps_of_a_group_end_where_PyTorchs_optimizer_does(string name)
    {
        using var scope = NewDisposeScope();
        var stored = ReferenceFile.Stored.Trajectories[name];
        var (weights, losses, norms) = Train(stored, ScalarType.Float32, s_steps[name]);

        AssertClose(stored.Losses, losses);
        AssertClose(stored.Norms, norms);
        for (var i = 0; i < weights.Length; i++)
        {
            AssertClose(stored.End[i].Values, weights[i].data<float>().ToArray().Select(value => (double)value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_group_whose_parameters_lie_differently_in_memory_takes_the_same_steps(string name)
    {
        using var scope = NewDisposeScope();
        var stored = ReferenceFile.Stored.Trajectories[name];
        var (plain, _, _) = Train(stored, ScalarType.Float64, s_steps[name]);
        var (turned, _, _) = Train(stored, ScalarType.Float64, s_steps[name], turnStates: true);

        for (var i = 0; i < plain.Length; i++)
        {
            Assert.All(
                plain[i].data<double>().ToArray().Zip(turned[i].data<double>().ToArray()),
                pair => Assert.Equal(pair.First, pair.Second, 1e-12 + (1e-9 * Math.Abs(pair.First))));
        }
    }

    [Fact]
    public void A_step_is_the_same_to_the_bit_with_one_thread_and_with_two()
    {
        var threads = get_num_threads();
        try
        {
            set_num_threads(1);
            var one = StepOfAMillion();
            set_num_threads(2);
            var two = StepOfAMillion();

            Assert.Equal(one, two);
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays_as_it_is()
    {
        using var scope = NewDisposeScope();
        var used = ones([3]).requires_grad_();
        var unused = ones([3]).requires_grad_();
        using var group = new ParameterGroup([used, unused], [zeros([3]), zeros([3])], [zeros([3]), zeros([3])]);
        used.sum().backward();

        group.adam_step(1, 0.1, 0.9, 0.999, 1e-8, 0.5);

        Assert.Equal([1f, 1, 1], unused.data<float>().ToArray());
        Assert.True(used.data<float>().ToArray()[0] < 1);
    }

    [Fact]
    public void Zero_grad_forgets_gradients_or_fills_them_with_zeros()
    {
        using var scope = NewDisposeScope();
        var weight = ones([3]).requires_grad_();
        using var group = new ParameterGroup([weight]);
        weight.sum().backward();

        group.zero_grad(set_to_none: false);
        var filled = weight.grad!.data<float>().ToArray();
        group.zero_grad();

        Assert.Equal([0f, 0, 0], filled);
        Assert.Null(weight.grad);
    }

    [Fact]
    public void States_of_another_size_are_refused_with_the_sizes_in_the_message()
    {
        using var scope = NewDisposeScope();

        var problem = Assert.ThrowsAny<Exception>(() => new ParameterGroup([ones([3])], [ones([4])]));

        Assert.Contains("[4]", problem.Message, StringComparison.Ordinal);
        Assert.Contains("[3]", problem.Message, StringComparison.Ordinal);
    }

    private static (Tensor[] Weights, List<double> Losses, List<double> Norms) Train(
        StoredTrajectory stored, ScalarType type, Action<ParameterGroup, long> step, bool turnStates = false)
    {
        var weights = stored.Start.Select(start => start.ToTensor().to(type).requires_grad_()).ToArray();
        var (inputs, targets) = (stored.Inputs.ToTensor().to(type), stored.Targets.ToTensor().to(type));
        using var group = new ParameterGroup(weights, [.. weights.Select(State)], [.. weights.Select(State)]);
        List<double> losses = [], norms = [];
        for (var i = 1; i <= 50; i++)
        {
            using var scope = NewDisposeScope();
            group.zero_grad();
            var hidden = F.linear(inputs, weights[0], weights[1]).tanh();
            var loss = F.mse_loss(F.linear(hidden, weights[2], weights[3]), targets);
            loss.backward();
            if (stored.Norms.Length > 0)
            {
                norms.Add(group.clip_grad_norm_(0.05));
            }

            step(group, i);
            losses.Add(loss.ToDouble());
        }

        return (weights, losses, norms);

        Tensor State(Tensor weight)
        {
            var zero = zeros_like(weight.detach());
            return turnStates && zero.dim() == 2 ? zero.transpose(0, 1).contiguous().transpose(0, 1) : zero;
        }
    }

    private static float[] StepOfAMillion()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var weight = randn([1000, 1000]).requires_grad_();
        weight.grad = randn([1000, 1000]);
        using var group = new ParameterGroup([weight], [randn([1000, 1000])], [rand([1000, 1000])]);
        group.clip_grad_norm_(1);
        group.adam_step(7, 0.01, 0.9, 0.999, 1e-8, 0.01);
        return weight.data<float>().ToArray();
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        Assert.Equal(expected.Count(), actual.Count());
        foreach (var (wanted, got) in expected.Zip(actual))
        {
            Assert.True(Math.Abs(wanted - got) <= Relative * Math.Max(Math.Abs(wanted), 0.1), $"{got} is not PyTorch's {wanted}.");
        }
    }
}
