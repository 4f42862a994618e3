using TorchSharp.Extras;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Compat.Tests.Extras;

public sealed class ChannelsLastTests
{
    [Fact]
    public void The_elements_stay_and_their_order_in_memory_changes()
    {
        using var scope = NewDisposeScope();
        var picture = randn([2, 3, 4, 5]);

        var turned = ChannelsLast.From(picture);

        Assert.Equal([60L, 1, 15, 3], turned.stride());
        Assert.Equal(picture.data<float>().ToArray(), turned.data<float>().ToArray());
    }

    [Fact]
    public void A_convolution_gives_the_same_numbers_in_either_order()
    {
        using var scope = NewDisposeScope();
        var (picture, kernel) = (randn([2, 3, 8, 8]), randn([4, 3, 3, 3]));

        var plain = F.conv2d(picture, kernel);
        var turned = F.conv2d(ChannelsLast.From(picture), ChannelsLast.From(kernel));

        Assert.All(
            plain.data<float>().ToArray().Zip(turned.data<float>().ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5f + (1e-4f * Math.Abs(pair.First))));
    }
}
