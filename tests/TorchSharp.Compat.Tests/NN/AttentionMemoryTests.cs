using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.NN;

public class AttentionMemoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Attention_never_reads_what_lay_in_its_memory_before(bool causal)
    {
        for (var round = 0; round < 300; round++)
        {
            using var scope = NewDisposeScope();
            for (var i = 0; i < 8; i++)
            {
                full([2, 2, 3, 3], double.NaN).Dispose();
            }

            var input = ones([2, 2, 3, 4]);
            var output = nn.functional.scaled_dot_product_attention(input, input, input, is_casual: causal);
            Assert.All(output.data<float>().ToArray(), value => Assert.Equal(1, value, 1e-6f));
        }
    }
}
