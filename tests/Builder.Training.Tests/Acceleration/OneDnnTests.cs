using Builder.Training.Acceleration;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Acceleration;

/// <summary>Whatever the processor: what layers compute from here on is right, be it with oneDNN or without.</summary>
public sealed class OneDnnTests
{
    [Fact]
    public void After_the_check_convolutions_and_recurrent_networks_agree_with_64_bit_numbers()
    {
        OneDnn.Check();
        Assert.InRange(OneDnn.Difference(), 0, 1e-5);
    }

    [Fact]
    public void The_check_draws_nothing_from_the_generator_of_a_training()
    {
        random.manual_seed(7);
        using var expected = rand(4);
        random.manual_seed(7);
        _ = OneDnn.Difference();
        using var actual = rand(4);
        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
    }
}
