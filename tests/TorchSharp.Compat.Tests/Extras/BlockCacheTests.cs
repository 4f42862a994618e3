using TorchSharp.Extras;
using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Extras;

public sealed class BlockCacheTests
{
    private const long Elements = 1 << 20;

    public BlockCacheTests() => BlockCache.enable();

    [Fact]
    public void A_large_tensor_gets_the_memory_of_a_freed_one_of_the_same_size()
    {
        var first = ones([Elements]);
        var address = Address(first);
        first.Dispose();

        using var second = zeros([Elements]);

        Assert.Equal(address, Address(second));
        Assert.Equal(0, second.sum().ToSingle());
    }

    [Fact]
    public void Two_tensors_that_live_at_the_same_time_share_no_memory()
    {
        ones([Elements]).Dispose();
        using var first = ones([Elements]);
        using var second = zeros([Elements]);

        Assert.NotEqual(Address(first), Address(second));
        Assert.Equal(Elements, first.sum().ToSingle());
    }

    [Fact]
    public void Memory_that_a_view_still_uses_is_not_given_away()
    {
        var whole = ones([Elements]);
        using var view = whole.narrow(0, Elements / 2, 10);
        whole.Dispose();

        using var next = zeros([Elements]);

        Assert.Equal(10, view.sum().ToSingle());
    }

    [Fact]
    public void Small_and_large_tensors_of_many_sizes_keep_their_values_when_freed_in_any_order()
    {
        var random = new Random(1);
        var alive = new List<(Tensor Tensor, int Value)>();
        for (var round = 0; round < 300; round++)
        {
            alive.Add((full([random.NextInt64(1, Elements)], round, ScalarType.Int32), round));
            if (alive.Count > 8)
            {
                var index = random.Next(alive.Count);
                var (tensor, value) = alive[index];
                alive.RemoveAt(index);
                Assert.True(tensor.eq(value).all().ToBoolean());
                tensor.Dispose();
            }
        }

        alive.ForEach(kept => kept.Tensor.Dispose());
    }

    private static unsafe nint Address(Tensor tensor)
    {
        fixed (byte* start = tensor.bytes)
        {
            return (nint)start;
        }
    }
}
