using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Torch;

public sealed class FromDataTests
{
    [Fact]
    public void The_numbers_come_back_as_they_went_in()
    {
        using var scope = NewDisposeScope();

        Assert.Equal([1L, -2, long.MaxValue], tensor(new[] { 1L, -2, long.MaxValue }).data<long>().ToArray());
        Assert.Equal([(byte)0, (byte)255], tensor(new byte[] { 0, 255 }, [2]).data<byte>().ToArray());
        Assert.Equal(4.0, tensor(new[] { 1.0, 2, 3, 4 }, [2, 2]).data<double>().ToArray()[3]);
    }

    [Fact]
    public void A_dtype_converts_the_numbers()
    {
        using var scope = NewDisposeScope();

        var halves = tensor(new[] { 0.5, 1.5 }, dtype: float32);

        Assert.Equal([0.5f, 1.5f], halves.data<float>().ToArray());
    }

    [Fact]
    public void Sizes_that_do_not_fit_the_data_are_refused()
    {
        var problem = Assert.Throws<ArgumentException>(() => tensor(new float[5], [2, 3]));

        Assert.Contains("2x3", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_with_the_wrong_type_is_refused()
    {
        using var scope = NewDisposeScope();

        var problem = Assert.Throws<ArgumentException>(() => ones([2]).data<double>());

        Assert.Contains("Float32", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transposed_tensor_is_read_in_its_own_order()
    {
        using var scope = NewDisposeScope();

        var turned = tensor(new[] { 0f, 1, 2, 3, 4, 5 }, [2, 3]).transpose(0, 1);

        Assert.Equal([0f, 3, 1, 4, 2, 5], turned.data<float>().ToArray());
    }

    [Fact]
    public void A_single_value_is_converted_to_the_number_that_is_asked_for()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(3, tensor(new[] { 3f }).ToInt64());
        Assert.Equal(3.5, tensor(new[] { 3.5f }).ToDouble());
        Assert.Equal(7f, tensor(new[] { 7L }).ToSingle());
        Assert.True(tensor(new[] { 1L }).ToBoolean());
    }

    [Fact]
    public void An_unnamed_dtype_follows_the_number_that_fills_the_tensor()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(float32, full([2], 3.0).dtype);
        Assert.Equal(int64, full([2], 3).dtype);
    }

    [Fact]
    public void Bytes_are_the_tensors_own_memory()
    {
        using var scope = NewDisposeScope();
        var numbers = zeros([2], int32);

        numbers.bytes[4] = 9;

        Assert.Equal([0, 9], numbers.data<int>().ToArray());
    }

    [Fact]
    public void A_list_longer_than_the_ring_of_short_lists_still_arrives()
    {
        using var scope = NewDisposeScope();

        var joined = cat(Enumerable.Range(0, 300).Select(i => full([1], i)).ToArray());

        Assert.Equal(Enumerable.Range(0, 300).Select(i => (long)i), joined.data<long>().ToArray());
    }

    [Fact]
    public void Named_dimensions_are_refused()
    {
        Assert.Throws<NotSupportedException>(() => zeros([1], names: ["batch"]));
    }
}
