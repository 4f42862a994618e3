using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Presets;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Presets;

/// <summary>Presets have exactly the weights of what they are named after.</summary>
public class PresetSizeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_encoder_layer_has_the_weights_of_PyTorch_s(bool normFirst) => Assert.Equal(
        Attention(12) + FeedForward(12, 20) + (2 * Norm(12)),
        Weights("TransformerEncoderLayer", ("d_model", 12), ("nhead", 3), ("dim_feedforward", 20), ("norm_first", normFirst)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_decoder_layer_has_the_weights_of_PyTorch_s(bool normFirst) => Assert.Equal(
        (2 * Attention(12)) + FeedForward(12, 20) + (3 * Norm(12)),
        Weights("TransformerDecoderLayer", ("d_model", 12), ("nhead", 3), ("dim_feedforward", 20), ("norm_first", normFirst)));

    [Fact]
    public void A_residual_block_has_two_convolutions_without_bias() => Assert.Equal(
        (2 * 9 * 12 * 12) + (2 * Norm(12)), Weights("ResidualBlock", ("out_channels", 12)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_residual_block_that_changes_its_channels_or_halves_the_picture_projects_the_shortcut(long stride) => Assert.Equal(
        (9 * 12 * 30) + (9 * 30 * 30) + (12 * 30) + (3 * Norm(30)),
        Weights("ResidualBlock", ("out_channels", 30), ("stride", stride), ("projection", stride == 1)));

    private static long Attention(long features) => (3 * ((features * features) + features)) + (features * features) + features;

    private static long FeedForward(long features, long inner) => (features * inner) + inner + (inner * features) + features;

    private static long Norm(long features) => 2 * features;

    private static long Weights(string preset, params (string Name, ParameterValue Value)[] values)
    {
        var (document, added) = Host.With(Host.Document, PresetCatalog.Get(preset), PresetSettings.Of(values));
        var analysis = GraphAnalyzer.Analyze(Host.Finish(document, added.Use), Examples.Schema);

        Assert.Empty(analysis.Problems.Select(p => $"{p.Block}: {p.Message.Words.En}"));
        return analysis.Blocks.Where(b => document.Blocks[b.Key].Group == added.Group).Sum(b => b.Value.Parameters);
    }
}
