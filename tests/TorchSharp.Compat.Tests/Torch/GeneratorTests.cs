using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Torch;

public sealed class GeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers_as_PyTorch()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(0).manual_seed(7);

        var numbers = rand([3], generator: generator).data<float>().ToArray();

        // torch.rand(3, generator=torch.Generator().manual_seed(7))
        Assert.Equal([0.5349225401f, 0.1988031864f, 0.6592116951f], numbers);
    }

    [Fact]
    public void A_restored_state_continues_the_sequence_to_the_bit()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        _ = randn([7]);
        var state = get_rng_state();
        var first = randn([100]).data<float>().ToArray();

        set_rng_state(state);

        Assert.Equal(first, randn([100]).data<float>().ToArray());
    }

    [Fact]
    public void A_generator_of_its_own_leaves_the_default_one_alone()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var before = get_rng_state().data<byte>().ToArray();

        _ = randn([20], generator: generator);
        _ = ones([5]).multinomial(3, generator: generator);
        _ = zeros([5]).normal_(generator: generator);

        Assert.Equal(before, get_rng_state().data<byte>().ToArray());
    }
}
