using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Training.Layers;
using Builder.Training.Optimizers;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Optimizers;

public sealed class OptimizerTests
{
    public static TheoryData<string> Kinds => [.. OptimizerFactory.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_step_is_the_same_to_the_bit_with_one_thread_and_with_two(string kind)
    {
        var threads = get_num_threads();
        try
        {
            set_num_threads(1);
            var one = StepsOfAMillion(kind);
            set_num_threads(2);
            Assert.Equal(one, StepsOfAMillion(kind));
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_parameter_without_a_gradient_stays_as_it_is_and_gets_no_memory(string kind)
    {
        using var scope = NewDisposeScope();
        var (used, unused) = (ones([3]).requires_grad_(), ones([3]).requires_grad_());
        using var optimizer = Create(kind, used, unused);
        used.sum().backward();

        optimizer.Step();

        Assert.Equal([1f, 1, 1], unused.data<float>().ToArray());
        Assert.True(used.data<float>().ToArray()[0] < 1);
        Assert.DoesNotContain(optimizer.State, state => state.Name.StartsWith("p1.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_parameter_that_gets_its_first_gradient_later_is_trained_from_then_on(string kind)
    {
        using var scope = NewDisposeScope();
        var (first, later) = (ones([3]).requires_grad_(), ones([3]).requires_grad_());
        using var optimizer = Create(kind, first, later);
        first.sum().backward();
        optimizer.Step();
        optimizer.ZeroGrad();
        (first.sum() + later.sum()).backward();

        optimizer.Step();

        Assert.True(later.data<float>().ToArray()[0] < 1);
    }

    [Fact]
    public void Clipping_tells_the_norm_before_and_leaves_small_gradients_alone()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (zeros([1]).requires_grad_(), zeros([1]).requires_grad_());
        using var optimizer = Create("SGD", a, b);
        (a.sum() * 3 + b.sum() * 4).backward();

        Assert.Equal(5, optimizer.ClipGradientNorm(10), 1e-6);
        Assert.Equal(3, a.grad!.ToSingle(), 1e-6f);
        Assert.Equal(5, optimizer.ClipGradientNorm(1), 1e-6);
        Assert.Equal(0.6f, a.grad!.ToSingle(), 1e-5f);
        optimizer.ZeroGrad();
        Assert.Equal(0, optimizer.ClipGradientNorm(1));
    }

    private static float[] StepsOfAMillion(string kind)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var weight = randn([1000, 1000]).requires_grad_();
        using var optimizer = Create(kind, weight);
        for (var i = 0; i < 3; i++)
        {
            weight.grad = randn([1000, 1000]);
            optimizer.ClipGradientNorm(1);
            optimizer.Step();
        }

        return weight.data<float>().ToArray();
    }

    private static Optimizer Create(string kind, params Tensor[] tensors)
    {
        var block = new BlockInstance(new Block { Id = "optimizer", Kind = kind }, BlockCatalog.Get(kind), [[]]);
        return OptimizerFactory.Create(block, [.. tensors.Select((tensor, i) => new NamedTensor($"p{i}", tensor, true))]);
    }
}
