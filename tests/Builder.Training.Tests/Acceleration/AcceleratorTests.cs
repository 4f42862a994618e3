using Builder.Training.Acceleration;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Builder.Training.Tests.Acceleration;

public sealed class AcceleratorTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public void The_elements_stay_and_their_order_in_memory_changes(int channels)
    {
        using var scope = NewDisposeScope();
        var picture = randn([2, channels, 4, 5]);

        var turned = Accelerator.ChannelsLast(picture);

        Assert.Equal([20L * channels, 1, 5 * channels, channels], turned.stride());
        Assert.True(picture.eq(turned).all().ToBoolean());
    }

    [Fact]
    public void A_convolution_gives_the_same_numbers_in_either_order()
    {
        using var scope = NewDisposeScope();
        var (picture, kernel) = (randn([2, 3, 8, 8]), randn([4, 3, 3, 3]));

        var plain = F.conv2d(picture, kernel);
        var turned = F.conv2d(Accelerator.ChannelsLast(picture), Accelerator.ChannelsLast(kernel));

        Assert.True(plain.allclose(turned, 1e-4, 1e-5));
    }
}
