using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

public class MultiheadAttentionTests
{
    private static readonly ForwardContext s_pass = new(Training: false, BatchSize: 1);

    [Fact]
    public void Causal_attention_does_not_see_the_future()
    {
        using var scope = NewDisposeScope();
        using var layer = LayerProbe.Create("MultiheadAttention", [[1, 5, 4]], ("num_heads", 2), ("causal", true));
        var input = randn([1, 5, 4]);
        var whole = layer.Run(s_pass, input, null, null, null);
        var start = layer.Run(s_pass, input.narrow(1, 0, 3), null, null, null);
        AssertClose(start, whole[..12]);
        Assert.NotEqual(start[8..], LayerProbe.Run(layer, s_pass, input.narrow(1, 1, 3), null, null, null)[..4]);
    }

    [Fact]
    public void Padding_is_not_looked_at_with_or_without_looking_back_only()
    {
        using var scope = NewDisposeScope();
        foreach (var causal in new[] { false, true })
        {
            using var layer = LayerProbe.Create("MultiheadAttention", [[1, 5, 4], null, null, [1, 5]], ("num_heads", 2), ("causal", causal));
            var input = randn([1, 5, 4]);
            var mask = tensor(new float[] { 0, 0, 0, 1, 1 }).reshape(1, 5);
            var masked = layer.Run(s_pass, input, null, null, mask);
            AssertClose(layer.Run(s_pass, input.narrow(1, 0, 3), null, null, null), masked[..12]);
        }
    }

    [Fact]
    public void A_sample_of_nothing_but_padding_gives_finite_numbers()
    {
        using var scope = NewDisposeScope();
        using var layer = LayerProbe.Create("MultiheadAttention", [[1, 3, 4], null, null, [1, 3]], ("num_heads", 1), ("causal", true));
        Assert.All(layer.Run(s_pass, randn([1, 3, 4]), null, null, ones(1, 3)), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Dropout_acts_in_training_only()
    {
        using var scope = NewDisposeScope();
        using var layer = LayerProbe.Create("MultiheadAttention", [[1, 6, 4]], ("num_heads", 1), ("dropout", 0.5));
        var input = randn([1, 6, 4]);
        var calm = layer.Run(s_pass, input, null, null, null);
        Assert.Equal(calm, layer.Run(s_pass, input, null, null, null));
        Assert.NotEqual(calm, layer.Run(s_pass with { Training = true }, input, null, null, null));
    }

    private static void AssertClose(float[] expected, float[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, (float)TestDevice.Float32Tolerance));
}
