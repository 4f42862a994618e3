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
        Assert.True(picture.allclose(turned, rtol: 0, atol: 0));
        Assert.Equal([60L, 20, 5, 1], ChannelsLast.Undo(turned).stride());
    }

    [Fact]
    public void A_convolution_gives_the_same_numbers_in_either_order()
    {
        using var scope = NewDisposeScope();
        var (picture, kernel) = (randn([2, 3, 8, 8]), randn([4, 3, 3, 3]));

        var plain = F.conv2d(picture, kernel);
        var turned = F.conv2d(ChannelsLast.From(picture), ChannelsLast.From(kernel));

        Assert.True(plain.allclose(turned, rtol: 1e-4, atol: 1e-5));
    }
}
