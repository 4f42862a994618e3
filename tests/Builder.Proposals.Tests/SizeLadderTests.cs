using Builder.Graph.Documents;
using Builder.Graph.Metrics;

namespace Builder.Proposals.Tests;

public sealed class SizeLadderTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public static TheoryData<string, string?, string, string> Sized => new()
    {
        { "wine.csv", "cultivar", "hidden", "out_features" },
        { "co2.csv", "CO2", "lstm", "hidden_size" },
        { "telco-churn.csv", "churn", "hidden", "out_features" },
    };

    [Theory]
    [MemberData(nameof(Sized))]
    public void A_model_has_three_sizes_of_which_the_middle_is_the_one_that_is_proposed(string file, string? target, string block, string width)
    {
        var inspection = _project.InspectSample(file);
        var plan = DataPlan.Guess(inspection, "data").WithTarget(target);

        var sizes = Proposer.ProposeSizes(inspection, plan, _project.Folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken);

        Assert.Equal([ModelSize.Small, ModelSize.Middle, ModelSize.Large], sizes.Select(s => s.Size));
        Assert.Equal(Json(_project.Propose(inspection, plan).Document), Json(sizes[1].Proposal.Document));
        var widths = sizes.Select(s => Number(s.Proposal.Document, block, width)).ToArray();
        Assert.Equal((widths[1], widths[1] * 4), (widths[0] * 2, widths[2] * 2));
        Assert.All(sizes, s => TemporaryProject.AssertTrains(s.Proposal));
    }

    [Fact]
    public void The_words_of_a_text_are_described_by_more_numbers_in_a_larger_size()
    {
        var inspection = _project.InspectSample("wordnet-topics.tsv");
        var plan = DataPlan.Guess(inspection, "data");
        plan = plan.With(plan.Columns[1] with { Use = ColumnUse.Ignored }).WithTarget("topic");

        var sizes = Proposer.ProposeSizes(inspection, plan, _project.Folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken);

        Assert.Equal([32, 64, 128], sizes.Select(s => Number(s.Proposal.Document, "words", "embedding_dim")));
        Assert.Contains("a learned list of 128 numbers", sizes[2].Proposal.Explanation.Single(r => r.About.En == "Network").Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_trainings_differ_from_whole_ones_in_their_length_alone_and_the_drawn_size_has_two_starts()
    {
        var inspection = _project.InspectSample("telco-churn.csv");
        var sizes = Proposer.ProposeSizes(
            inspection, DataPlan.Guess(inspection, "data").WithTarget("churn"), _project.Folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken);

        var trials = SizeLadder.Trials(sizes, ModelSize.Large);

        Assert.Equal([(ModelSize.Large, 1), (ModelSize.Large, 2), (ModelSize.Small, 1), (ModelSize.Middle, 1)], trials.Select(t => (t.Size, (int)t.Seed)));
        Assert.Equal([1, 2, 1, 1], trials.Select(t => Number(t.Document, "trainer", "seed")));
        Assert.Single(trials.Select(t => Number(t.Document, "trainer", "epochs")).Distinct());
        Assert.All(trials, t => Assert.InRange(Number(t.Document, "trainer", "epochs"), 5, Number(sizes[1].Proposal.Document, "trainer", "epochs")));
        Assert.Equal(
            Json(WithoutPlan(sizes[2].Proposal.Document)), Json(WithoutPlan(trials[0].Document)));
    }

    [Fact]
    public void Running_text_and_a_table_of_few_rows_have_no_ladder()
    {
        var text = _project.InspectSample("song-ci-300.txt");
        Assert.Empty(Proposer.ProposeSizes(text, DataPlan.Guess(text, "data"), _project.Folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken));

        var few = _project.InspectTable("a,kind\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i % 7},k{i % 2}\n")));
        Assert.Empty(Proposer.ProposeSizes(few, DataPlan.Guess(few, "data").WithTarget("kind"), _project.Folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_size_that_was_chosen_says_why_among_the_reasons()
    {
        var inspection = _project.InspectSample("wine.csv");
        var plan = DataPlan.Guess(inspection, "data").WithTarget("cultivar");

        var proposal = Proposer.ProposeSize(
            inspection, plan, _project.Folder, ProjectDocument.Create("Test"), new(ModelSize.Large, new("Large did best.", "大的最好。")), null, TestContext.Current.CancellationToken);

        Assert.Contains(proposal.Explanation, r => r == new Reason(new("Size", "规模"), new("Large did best.", "大的最好。")));
        Assert.Contains(proposal.Document.Notes.Values, n => n.In("zh").Contains("大的最好。", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.91, 0.93, 0.93, 0.93, ModelSize.Middle)]
    [InlineData(0.91, 0.93, 0.92, 0.95, ModelSize.Large)]
    [InlineData(0.91, 0.90, 0.92, 0.93, ModelSize.Middle)]
    [InlineData(0.95, 0.93, 0.92, 0.95, ModelSize.Small)]
    [InlineData(0.95, 0.93, 0.92, 0.97, ModelSize.Large)]
    [InlineData(0.95, null, 0.92, 0.94, ModelSize.Small)]
    [InlineData(null, 0.93, 0.93, null, ModelSize.Middle)]
    public void Another_size_has_to_be_ahead_of_both_starts_of_the_drawn_one_by_two_cases(double? small, double? one, double? other, double? large, ModelSize best) =>
        Assert.Equal(best, SizeComparison.Of([Score(ModelSize.Middle, one), Score(ModelSize.Middle, other), Score(ModelSize.Small, small), Score(ModelSize.Large, large)], ModelSize.Middle, MetricCatalog.Accuracy, 100)?.Best);

    [Theory]
    [InlineData(0.72, 0.95, 100, true)]
    [InlineData(0.93, 0.95, 100, false)]
    [InlineData(0.90, 0.94, 30, false)]
    public void Starts_that_disagree_are_found(double one, double other, int cases, bool disagree)
    {
        var found = SizeComparison.Of([Score(ModelSize.Small, other), Score(ModelSize.Small, one)], ModelSize.Small, MetricCatalog.Accuracy, cases)!;

        Assert.Equal((one, other, disagree), (found.Low, found.High, found.StartsDisagree));
    }

    [Fact]
    public void Of_scores_that_count_no_cases_half_a_point_is_enough_and_without_any_nothing_is_said()
    {
        Assert.Equal(ModelSize.Large, SizeComparison.Of([Score(ModelSize.Middle, 0.9), Score(ModelSize.Large, 0.906)], ModelSize.Middle, MetricCatalog.R2, 40)?.Best);
        Assert.Equal(ModelSize.Middle, SizeComparison.Of([Score(ModelSize.Middle, 0.9), Score(ModelSize.Large, 0.904)], ModelSize.Middle, MetricCatalog.R2, 40)?.Best);
        Assert.Null(SizeComparison.Of([Score(ModelSize.Middle, null), Score(ModelSize.Large, 0.9)], ModelSize.Middle, MetricCatalog.R2, 40));
    }

    public void Dispose() => _project.Dispose();

    private static SizeScore Score(ModelSize size, double? score) => new(size, 1, score, 100, 1);

    private static string Json(ProjectDocument document) => System.Text.Encoding.UTF8.GetString(Graph.Json.ProjectJson.Write(document));

    private static ProjectDocument WithoutPlan(ProjectDocument document) => document with { Blocks = document.Blocks.Remove("trainer") };

    private static int Number(ProjectDocument document, string block, string parameter) =>
        (int)((ParameterValue.Integer)document.Blocks[block].Parameters[parameter]).Value;
}
