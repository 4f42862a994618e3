namespace Builder.Graph.Tests.Analysis;

/// <summary>A model that no machine could hold is refused while it is drawn.</summary>
public sealed class SizeTests
{
    [Fact]
    public void A_million_times_a_million_weights_are_refused_on_the_block_that_has_them()
    {
        var problem = Model(1_000_000).Problem("TooManyWeights");

        Assert.Equal("wide", problem.Block);
        Assert.Contains("GB", problem.Message.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_large_machine_could_hold_is_left_to_the_machine_that_trains() =>
        Assert.DoesNotContain(Model(50_000).Analyze().Problems, p => p.Code == "TooManyWeights");

    private static Drawing Model(long width) => new Drawing()
        .Block("noise", "Noise", ("size", 8L))
        .Block("narrow", "Linear", ("out_features", width))
        .Block("wide", "Linear", ("out_features", width))
        .Chain("noise", "narrow", "wide");
}
