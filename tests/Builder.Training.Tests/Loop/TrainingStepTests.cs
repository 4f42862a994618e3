using Builder.Runner.Tests.Examples;

namespace Builder.Training.Tests.Loop;

public class TrainingStepTests
{
    [Theory]
    [InlineData("0.1", "0", "maker.", "judge.")]
    [InlineData("0", "0.1", "judge.", "maker.")]
    public void Of_two_objectives_each_changes_only_what_it_trains(string makerRate, string judgeRate, string changed, string kept)
    {
        using var run = LoopRun.OfTable(Adversaries(makerRate, judgeRate));
        var before = run.Weights;
        run.Epoch(0);
        var after = run.Weights;
        Assert.All(before.Keys.Where(k => k.StartsWith(kept, StringComparison.Ordinal)), name => Assert.Equal(before[name], after[name]));
        Assert.All(before.Keys.Where(k => k.StartsWith(changed, StringComparison.Ordinal)), name => Assert.NotEqual(before[name], after[name]));
    }

    [Fact]
    public void Adversaries_both_learn_when_both_have_a_rate()
    {
        using var run = LoopRun.OfTable(Adversaries("0.1", "0.1"));
        var before = run.Weights;
        run.Epoch(0);
        Assert.All(run.Weights, weight => Assert.NotEqual(before[weight.Key], weight.Value));
    }

    [Theory]
    [InlineData("SGD", """{ "lr": 0.1, "momentum": 0.9 }""")]
    [InlineData("Adam", """{ "lr": 0.01, "clip_grad_norm": 0.5 }""")]
    public void Gradients_of_small_batches_added_up_are_those_of_a_large_batch(string optimizer, string options)
    {
        using var large = LoopRun.OfTable(Classifier(optimizer, options, """{ "batch_size": 16 }"""));
        using var small = LoopRun.OfTable(Classifier(optimizer, options, """{ "batch_size": 4, "accumulate": 4 }"""));
        for (var epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal(large.Epoch(epoch), small.Epoch(epoch), 1e-6);
        }

        foreach (var (name, expected) in large.Weights)
        {
            Assert.All(expected.Zip(small.Weights[name]), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    [Fact]
    public void Half_precision_trains_and_is_not_the_same_as_full_precision()
    {
        using var full = LoopRun.OfPictures("");
        using var half = LoopRun.OfPictures(""", "precision": "bfloat16" """);
        var (first, firstHalf) = (full.Epoch(0), half.Epoch(0));
        Assert.NotEqual(first, firstHalf);
        Assert.Equal(first, firstHalf, 0.05 * first);
        full.Epoch(1);
        half.Epoch(1);
        Assert.True(half.Epoch(2) < 0.8 * firstHalf, "The loss hardly fell.");
    }

    [Fact]
    public void Channels_last_trains_to_the_same_numbers_with_another_order_in_memory()
    {
        using var usual = LoopRun.OfPictures("");
        using var turned = LoopRun.OfPictures(""", "channels_last": true """);
        using var feed = turned.Session.DeviceData.Feed(turned.Session.Data.Train);
        feed.MoveTo(0, 8);
        var picture = feed.Get(turned.Session.Program.Graph.Nodes.Single(node => node.Kind.Id == "PictureInput"));
        Assert.Equal([64L, 1, 8, 1], picture.stride());
        Assert.Equal(usual.Epoch(0), turned.Epoch(0), 1e-3);
    }

    private static ProjectFile Classifier(string optimizer, string options, string trainer) => TableProject.Bare
        .Block("hidden", "Linear", """{ "out_features": 8 }""").Block("tanh", "Tanh").Block("out", "Linear", """{ "out_features": 2 }""")
        .Chain("input", "hidden", "tanh", "out").Classifies("out", "kind", optimizer, options).Trainer(trainer);

    /// <summary>One wants a number small that the other wants large: both losses pass through both.</summary>
    private static ProjectFile Adversaries(string makerRate, string judgeRate) => TableProject.Bare
        .Block("maker", "Linear", """{ "out_features": 3 }""").Block("judge", "Linear", """{ "out_features": 1 }""")
        .Chain("input", "maker", "judge")
        .Block("yes", "Constant", """{ "value": 1 }""").Block("no", "Constant", """{ "value": 0 }""")
        .Link("judge.output", "yes.like").Link("judge.output", "no.like")
        .Block("fool", "BCEWithLogitsLoss").Block("catch", "BCEWithLogitsLoss")
        .Link("judge.output", "fool.input").Link("yes.output", "fool.target")
        .Link("judge.output", "catch.input").Link("no.output", "catch.target")
        .Block("learn-maker", "SGD", $$"""{ "lr": {{makerRate}}, "trains": ["maker"] }""")
        .Block("learn-judge", "SGD", $$"""{ "lr": {{judgeRate}}, "trains": ["judge"] }""")
        .Link("fool.output", "learn-maker.loss").Link("catch.output", "learn-judge.loss")
        .Trainer("""{ "batch_size": 8 }""");
}
