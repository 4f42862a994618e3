using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Runner.Tests.Examples;
using Builder.Training.Evaluation;
using Builder.Training.Importances;
using Builder.Training.Rivals;
using Builder.Training.Tests.Importances;
using Builder.Training.Tests.Loop;

namespace Builder.Training.Tests.Rivals;

public sealed class RivalMeasurementTests
{
    private const string Number = """{ "name": "y", "type": "number", "transforms": [] }""";
    private const string Class = """{ "name": "y", "type": "category", "transforms": [{ "kind": "ordinal" }] }""";

    [Fact]
    public void A_network_whose_weights_are_wrong_is_told_as_worse_and_one_whose_weights_are_right_as_better_than_the_commonest()
    {
        using var run = Classes(i => i % 13 > i % 7);
        run.Set("out.weight", 3, -3, -3, 3);
        run.Set("out.bias", 1, -1);
        var wrong = Compare(run);
        run.Set("out.weight", -3, 3, 3, -3);
        run.Set("out.bias", 1, -1);
        var right = Compare(run);

        Assert.Equal(("accuracy", "test", 120L, "y"), (wrong.Metric, wrong.Part, wrong.Samples, wrong.Head));
        Assert.Equal(["rival.boosted", "rival.commonest", "rival.forest", "rival.logistic", "rival.tree"], wrong.Rivals.Select(r => r.Name.Code).Order());
        Assert.All(wrong.Rivals, rival => Assert.Equal(RivalOutcome.Worse, rival.Outcome));
        Assert.Equal(wrong.Rivals[0], wrong.Winner);
        Assert.Equal(1, right.Score, 0.05);
        Assert.Equal(RivalOutcome.Better, right.Rivals.Single(r => r.Name.Code == "rival.commonest").Outcome);
        Assert.Null(right.Winner);
        Assert.Equal(wrong.Rivals.OrderByDescending(r => r.Score).Select(r => r.Name.Code), wrong.Rivals.Select(r => r.Name.Code));
        Assert.Equal(right.ToJson(), Compare(run).ToJson());
    }

    [Fact]
    public void Who_says_the_same_on_every_case_cannot_be_told_apart()
    {
        using var run = Classes(i => i % 4 == 0);
        run.Set("out.weight", 0, 0, 0, 0);
        run.Set("out.bias", 5, -5);

        var commonest = Compare(run).Rivals.Single(r => r.Name.Code == "rival.commonest");

        Assert.Equal((RivalOutcome.Alike, 0L, 0.0, 0.0), (commonest.Outcome, commonest.Different, commonest.Low, commonest.High));
    }

    [Fact]
    public void Three_cases_tell_nothing_apart()
    {
        using var run = Classes(i => i % 13 > i % 7, test: 3);
        run.Set("out.weight", 3, -3, -3, 3);
        run.Set("out.bias", 1, -1);

        var compared = Compare(run);

        Assert.Equal(3, compared.Samples);
        Assert.All(compared.Rivals, rival => Assert.Equal(RivalOutcome.Alike, rival.Outcome));
    }

    [Fact]
    public void A_test_part_of_a_single_class_is_compared_all_the_same()
    {
        using var run = new ImportanceRun(Linear(["a", "b"], Class, 2), "a,b,y,part\n" + string.Concat(Enumerable.Range(0, 90).Select(i =>
            FormattableString.Invariant($"{i % 13},{i % 7},{(i >= 60 || i % 2 == 0 ? "no" : "yes")},{(i < 60 ? "train" : "test")}\n"))));

        var compared = Compare(run);

        Assert.Equal(30, compared.Samples);
        Assert.Equal(1, compared.Rivals.Max(r => r.Score), 1e-9);
    }

    [Fact]
    public void A_column_that_the_network_does_not_read_stays_left_out()
    {
        // "leak" is the answer itself, which the network's input leaves out.
        using var run = new ImportanceRun(Linear(["a"], $$"""{ "name": "leak", "type": "number", "transforms": [] }, {{Class}}""", 2), "a,leak,y,part\n" + string.Concat(Enumerable.Range(0, 240).Select(i =>
            FormattableString.Invariant($"{i * 104729 % 101},{i * 7919 % 97 % 2},{(i * 7919 % 97 % 2 == 0 ? "no" : "yes")},{(i < 120 ? "train" : "test")}\n"))));

        Assert.InRange(Compare(run).Rivals[0].Score, 0.3, 0.75);
    }

    [Fact]
    public void Quantities_with_outliers_are_compared_by_their_mean_error()
    {
        using var run = new ImportanceRun(Linear(["a", "b"], Number, 1), "a,b,y,part\n" + string.Concat(Enumerable.Range(0, 240).Select(i =>
            FormattableString.Invariant($"{i % 13},{i % 7},{(2 * (i % 13)) - (i % 7) + (i % 60 is 5 or 10 ? 1e6 : 0)},{(i % 2 == 0 ? "train" : "test")}\n"))));
        run.Set("out.weight", 2, -1);
        run.Set("out.bias", 0);

        var compared = Compare(run);

        // Four of 120 cases are off by a million.
        Assert.Equal(4e6 / 120, compared.Score, 1);
        Assert.Equal(["rival.boosted", "rival.forest", "rival.linear", "rival.mean", "rival.tree"], compared.Rivals.Select(r => r.Name.Code).Order());
        Assert.All(compared.Rivals, r => Assert.True(r.Low <= r.High && r.Score > 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_series_is_compared_with_the_last_value_and_with_that_of_a_season_ago_where_there_is_a_season(bool hasSeason)
    {
        var columns = """{ "name": "t", "type": "number", "transforms": [] }, { "name": "next", "from": "t", "type": "number", "window": "target", "transforms": [] }""";
        var project = ImportanceRun.Linear(new ProjectFile($$"""
            { "id": "table", "source": { "kind": "table", "path": "data.csv" }, "columns": [{{columns}}], "windows": { "length": 10, "horizon": 1 }, "split": { "kind": "time", "validation": 0, "test": 0.3 } }
            """).Block("input", "NumberInput", """{ "columns": ["t"] }"""), "next", 1).Chain("input", "out");
        using var run = new ImportanceRun(project, "t\n" + string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{(hasSeason ? (i % 7 * 10) + (i % 3) : i)}\n"))));

        var compared = Compare(run);

        Assert.Equal("mae", compared.Metric);
        Assert.Contains(compared.Rivals, r => r.Name.Code == "rival.naive");
        Assert.Equal(hasSeason ? 7 : null, compared.Rivals.FirstOrDefault(r => r.Name.Code == "rival.seasonal-naive")?.Season);
        Assert.Equal(hasSeason ? 0 : 1, compared.LeftOut.Count(left => left.Name.Code == "rival.seasonal-naive" && left.Reason.Code == RivalMessages.NoSeason.Code));
        if (!hasSeason)
        {
            Assert.Equal(1, compared.Rivals.Single(r => r.Name.Code == "rival.naive").Score, 1e-4);
        }
    }

    [Fact]
    public void A_rare_class_is_compared_by_its_f1_with_a_threshold_for_each_method()
    {
        using var run = new ImportanceRun(Linear(["a", "b"], Class, 2), "a,b,y,part\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
            FormattableString.Invariant($"{(i % 8 == 0 ? 3 : 0) + (i * 7919 % 101 * 0.03)},{i % 5},{(i % 8 == 0 ? "alarm" : "calm")},{(i % 3 == 0 ? "train" : i % 3 == 1 ? "validation" : "test")}\n"))));
        run.Set("out.weight", 1, 0, 0, 0);
        run.Set("out.bias", -3, 0);

        var compared = new RivalMeasurement(run.Session, new(run.Session) { Thresholds = new([new("y", [new("alarm", 0.4)])]) }, run.Session.Data.Fitted, TimeSpan.FromMinutes(1)).Measure();

        Assert.Equal(("f1", "alarm", true), (compared.Metric, compared.Class, compared.HasThresholds));
        Assert.All(compared.Rivals, rival => Assert.InRange(rival.Score, 0, 1));
    }

    [Fact]
    public void What_a_score_is_told_by_adds_up_to_the_score_of_the_verdict()
    {
        using var run = Classes(i => i % 13 > i % 7);
        var samples = new Evaluator(run.Session).Collect(run.Session.Data.Test)[0];
        foreach (var thresholds in new[] { DecisionThresholds.Usual, new([new("y", [new("yes", 0.3)])]) })
        {
            var decision = Training.Heads.HeadDecision.Of(samples.Head, run.Session.Data.Fitted, thresholds);
            Assert.Equal(LeadingScore.Of(samples.Head, run.Session.Data.Fitted, thresholds)!.Of(samples)!.Value, CaseTally.Of(samples, decision, decision.Binary?.Class).Score, 1e-12);
        }
    }

    [Fact]
    public void Where_nothing_is_held_back_or_left_the_reason_is_told()
    {
        using var run = new ImportanceRun(Linear(["a"], Number, 1, """ "split": { "kind": "random", "validation": 0, "test": 0, "seed": 1 } """), "a,y\n1,2\n2,3\n3,5\n");

        Assert.False(RivalMeasurement.Suits(run.Session));
        Assert.Equal(RivalMessages.NothingHeldBack.Code, Assert.Throws<TrainingException>(() => Compare(run)).Code);
    }

    [Fact]
    public void Who_takes_too_long_is_left_out_and_whoever_leaves_does_not_wait()
    {
        using var run = Classes(i => i % 13 > i % 7);

        var hurried = new RivalMeasurement(run.Session, new(run.Session), run.Session.Data.Fitted, TimeSpan.FromTicks(1)).Measure();
        // Which of them are quicker than the clock is chance; those that go through the rows again and again are not.
        Assert.NotEmpty(hurried.LeftOut);
        Assert.All(hurried.LeftOut, left => Assert.Equal(RivalMessages.TooSlow.Code, left.Reason.Code));
        Assert.ThrowsAny<OperationCanceledException>(() => new RivalMeasurement(run.Session, new(run.Session), run.Session.Data.Fitted, TimeSpan.FromMinutes(1)).Measure(new CancellationToken(true)));
    }

    [Fact]
    public void Pictures_are_compared_with_the_nearest_ones()
    {
        using var run = LoopRun.OfPictures("");

        var compared = new RivalMeasurement(run.Session, new(run.Session), run.Session.Data.Fitted, TimeSpan.FromMinutes(1)).Measure();

        Assert.Equal(["rival.commonest", "rival.nearest", "rival.pixel-logistic"], compared.Rivals.Select(r => r.Name.Code).Order());
        Assert.True(compared.Rivals[0].Score > 0.8, $"{compared.Rivals[0]}");
    }

    [Fact]
    public void Categories_texts_and_a_second_prediction_are_told_apart()
    {
        var columns = """
            { "name": "code", "type": "category", "transforms": [{ "kind": "ordinal" }] },
            { "name": "words", "type": "text", "transforms": [{ "kind": "tokenize", "tokenizer": "word", "length": 3 }] }, { "name": "amount", "type": "number", "transforms": [] },
            { "name": "way", "type": "category", "transforms": [{ "kind": "ordinal" }] }
            """;
        var project = ImportanceRun.Linear(new ProjectFile($$"""{ "id": "table", "source": { "kind": "table", "path": "data.csv" }, "columns": [{{columns}}], "split": {{ImportanceRun.Given}} }""")
            .Block("codes", "CategoryInput", """{ "columns": ["code"] }""").Block("table", "Embedding", """{ "embedding_dim": 2 }""")
            .Block("text", "TextInput", """{ "column": "words" }""").Block("bag", "EmbeddingBag", """{ "embedding_dim": 2 }""").Block("all", "Concatenate"), "amount", 1)
            .Chain("codes", "table").Chain("text", "bag").Link("table.output", "all.inputs").Link("bag.output", "all.inputs").Chain("all", "out")
            .Block("other", "Linear", """{ "out_features": 2 }""").Chain("all", "other").Block("way", "Target", """{ "columns": ["way"] }""").Block("scores", "ClassificationMetrics")
            .Link("other.output", "scores.input").Link("way.output", "scores.target");
        using var run = new ImportanceRun(project, "code,words,amount,way,part\n" + string.Concat(Enumerable.Range(0, 120).Select(i =>
            $"{"pqr"[i % 3]},{(i % 2 == 0 ? "good day" : "bad night")} w{i % 5},{i % 10},{(i % 2 == 0 ? "up" : "down")},{(i < 60 ? "train" : "test")}\n")));

        var compared = Compare(run);

        Assert.Equal("way", compared.Head);
        Assert.Equal(["amount"], compared.Others);
        Assert.Equal(1, compared.Rivals.Single(r => r.Name.Code == "rival.naive-bayes").Score);
        Assert.True(compared.Rivals.Single(r => r.Name.Code == "rival.tfidf-logistic").ReadsPart);
        Assert.True(compared.Rivals.Single(r => r.Name.Code == "rival.tree").ReadsPart);
    }

    private static RivalComparison Compare(ImportanceRun run) => new RivalMeasurement(run.Session, new(run.Session), run.Session.Data.Fitted, TimeSpan.FromMinutes(1)).Measure();

    private static ImportanceRun Classes(Func<int, bool> isYes, int test = 120) => new(Linear(["a", "b"], Class, 2), "a,b,y,part\n" + string.Concat(Enumerable.Range(0, 120 + test).Select(i =>
        FormattableString.Invariant($"{i % 13},{i % 7},{(isYes(i) ? "yes" : "no")},{(i < 120 ? "train" : "test")}\n"))));

    private static ProjectFile Linear(string[] names, string rest, int outputs, string split = $$""" "split": {{ImportanceRun.Given}} """) => ImportanceRun.Linear(new ProjectFile($$"""
        { "id": "table", "source": { "kind": "table", "path": "data.csv" },
          "columns": [{{string.Concat(names.Select(name => $$"""{ "name": "{{name}}", "type": "number", "transforms": [] }, """))}}{{rest}}], {{split}} }
        """).Block("input", "NumberInput", $$"""{ "columns": [{{string.Join(", ", names.Select(name => $"\"{name}\""))}}] }"""), "y", outputs, outputs > 1 ? "CrossEntropyLoss" : "MSELoss").Chain("input", "out");
}
