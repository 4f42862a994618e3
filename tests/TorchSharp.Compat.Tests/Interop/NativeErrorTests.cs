using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Interop;

public sealed class NativeErrorTests
{
    [Fact]
    public void A_product_of_matrices_that_do_not_fit_names_both_sizes()
    {
        using var scope = NewDisposeScope();

        var problem = Assert.Throws<ExternalException>(() => ones([2, 3]).matmul(ones([4, 5])));

        Assert.Contains("2x3 and 4x5", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_error_the_next_operator_works()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => ones([2, 3]).view(4));

        Assert.Equal(6, ones([2, 3]).sum().ToSingle());
    }

    [Fact]
    public void A_tensor_too_large_for_memory_is_an_error_and_not_a_crash()
    {
        var problem = Assert.Throws<ExternalException>(() => empty([1L << 40, 1L << 10]));

        Assert.Contains("memory", problem.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Backward_without_a_graph_is_an_error()
    {
        using var scope = NewDisposeScope();

        var problem = Assert.Throws<ExternalException>(() => ones([1]).backward());

        Assert.Contains("does not require grad", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Class_numbers_out_of_range_are_an_error()
    {
        using var scope = NewDisposeScope();

        var problem = Assert.ThrowsAny<Exception>(() => nn.functional.cross_entropy(ones([1, 3]), tensor(new[] { 7L })));

        Assert.Contains("7", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cuda_where_there_is_none_is_an_error()
    {
        using var scope = NewDisposeScope();
        if (cuda.is_available())
        {
            Assert.Equal(DeviceType.CUDA, ones([1]).to(CUDA).device_type);
            return;
        }

        Assert.Throws<ExternalException>(() => ones([1]).to(CUDA));
    }
}
