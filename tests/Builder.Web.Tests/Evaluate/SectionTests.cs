using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Plots;
using Builder.Web.Evaluate.Sections;
using Builder.Web.Shell;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Tests.Evaluate;

public sealed class SectionTests : BunitContext
{
    private readonly UiState _ui = new();

    public SectionTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void A_cell_of_the_confusion_matrix_tells_what_it_counts_and_can_be_pressed()
    {
        (string True, string Predicted)? pressed = null;
        var view = Render<ConfusionView>(p => p
            .AddCascadingValue(_ui)
            .Add(c => c.Classes, Evaluations.Classes(8, 10).Heads[0].Classes!)
            .Add(c => c.OnCell, EventCallback.Factory.Create<(string, string)>(this, cell => pressed = cell)));
        var cell = view.Find("button[aria-label*='truly “no”, the model says “yes”']");
        Assert.Equal("2", cell.TextContent);
        cell.Click();
        Assert.Equal(("no", "yes"), pressed);
    }

    [Fact]
    public async Task Two_ticked_runs_can_be_compared_and_what_was_ticked_first_stands_left()
    {
        var runs = new[] { "a", "b", "c" }.Select(id => new FinishedRun(id, Graph.Localized.Same(id), "", default, Evaluations.Classes(8, 10))).ToList();
        var view = Render<RunComparison>(p => p
            .AddCascadingValue(_ui).Add(c => c.ProjectId, "p").Add(c => c.Runs, runs).Add(c => c.RunUrl, run => run));
        Assert.Empty(view.FindAll("[data-testid='compare-drawings']"));

        await view.Find("input[aria-label='Compare “c”']").ChangeAsync(true);
        await view.Find("input[aria-label='Compare “a”']").ChangeAsync(true);
        Assert.Equal("/projects/p/evaluate/drawings?left=c&right=a", view.Find("[data-testid='compare-drawings']").GetAttribute("href"));

        await view.Find("input[aria-label='Compare “b”']").ChangeAsync(true);
        Assert.Empty(view.FindAll("[data-testid='compare-drawings']"));
    }

    [Fact]
    public void Examples_can_be_narrowed_to_mistakes_and_shown_in_full_again()
    {
        var view = Render<ExamplesView>(p => p
            .AddCascadingValue(_ui)
            .Add(e => e.Head, Evaluations.Classes(8, 10).Heads[0])
            .Add(e => e.PictureUrl, picture => picture));
        Assert.Equal(2, view.FindAll("tbody tr").Count);
        view.Find("input[type=checkbox]").Change(true);
        Assert.Equal("8", Assert.Single(view.FindAll("tbody tr")).QuerySelector("td")!.TextContent);
        view.Find("button.quiet").Click();
        Assert.Equal(2, view.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Every_label_has_its_scores_how_often_it_occurs_and_from_when_on_it_is_given()
    {
        var evaluation = Evaluations.Labels();
        var view = Render<LabelTable>(p => p.AddCascadingValue(_ui).Add(t => t.Head, evaluation.Heads[0]).Add(t => t.Samples, evaluation.Samples));
        var rows = view.FindAll("tbody tr").Select(r => r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).ToList()).ToList();

        Assert.Equal(["comedy", "90%", "90%", "90%", "0.95", "50 (50%)", "50", "41%"], rows[0]);
        Assert.Equal(["drama", "50%", "40%", "44%", "0.5", "10 (10%)", "8", "50%"], rows[1]);
    }

    [Fact]
    public void A_film_without_a_genre_is_told_in_words()
    {
        _ui.Begin("zh", "dark");
        var view = Render<ExamplesView>(p => p.AddCascadingValue(_ui).Add(e => e.Head, Evaluations.Labels().Heads[0]).Add(e => e.PictureUrl, picture => picture));
        var rows = view.FindAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList()).ToList();

        Assert.Contains("真实标签", view.Find("thead").TextContent, StringComparison.Ordinal);
        Assert.Equal(("drama", "无"), (rows[0][1], rows[1][1]));
        Assert.StartsWith("无", rows[0][2], StringComparison.Ordinal);
        view.Find("input[type=checkbox]").Change(true);
        Assert.Single(view.FindAll("tbody tr"));
    }

    [Fact]
    public void Scores_of_labels_are_called_means_of_the_labels()
    {
        var view = Render<ScoreCards>(p => p.AddCascadingValue(_ui).Add(c => c.Evaluation, Evaluations.Labels()));

        Assert.Contains("70%", view.Find(".score-card").TextContent, StringComparison.Ordinal);
        Assert.Contains("Labels found (mean of the labels)", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_is_said_in_plain_words_with_the_way_back()
    {
        var likelier = Evaluations.Classes(8, 10).Heads[0];
        var chosen = likelier with { Thresholds = [new("yes", 0.31)] };
        var pressed = 0;
        IRenderedComponent<ThresholdNotice> Notice(HeadEvaluation head, HeadEvaluation? other) => Render<ThresholdNotice>(p => p.AddCascadingValue(_ui)
            .Add(n => n.Head, head).Add(n => n.Other, other).Add(n => n.OnSwitch, EventCallback.Factory.Create(this, () => pressed++)));

        var now = Notice(chosen, likelier);
        Assert.Contains("from 31% on", now.Markup, StringComparison.Ordinal);
        Assert.Equal("Count from 50% again", now.Find("button").TextContent);
        now.Find("button").Click();
        Assert.Equal(1, pressed);
        Assert.Contains("from 31%", Notice(likelier, chosen).Find("button").TextContent, StringComparison.Ordinal);
        Assert.Empty(Notice(chosen, null).FindAll("button"));
        Assert.Empty(Notice(likelier, null).Markup.Trim());
        Assert.Equal("Give all labels from 50%", Notice(Evaluations.Labels().Heads[0], Evaluations.Labels(chosen: false).Heads[0]).Find("button").TextContent);
        Assert.Equal("Give each label from its own probability", Notice(Evaluations.Labels(chosen: false).Heads[0], Evaluations.Labels().Heads[0]).Find("button").TextContent);
    }

    [Fact]
    public void The_best_examples_can_come_first()
    {
        var view = Render<ExamplesView>(p => p
            .AddCascadingValue(_ui)
            .Add(e => e.Head, Evaluations.Classes(8, 10).Heads[0])
            .Add(e => e.PictureUrl, picture => picture));
        Assert.Equal("8", view.Find("tbody td").TextContent);
        view.FindAll(".segmented button")[1].Click();
        Assert.Equal("3", view.Find("tbody td").TextContent);
    }

    [Fact]
    public void Unusual_samples_are_named_in_words_and_say_whether_the_threshold_finds_them()
    {
        Example[] examples =
        [
            new() { Row = 0, True = "1", Predicted = "0.05", Loss = 0.9 }, new() { Row = 1, True = "0", Predicted = "0.0123456", Loss = 0.2 },
        ];
        var head = new HeadEvaluation
        {
            Name = "anomaly", Task = TaskKind.Anomaly, Targets = ["label"], Examples = examples, Anomaly = new(null, new(0, 1, [3, 1]), new(0, 1, [0, 2]), 0.1),
        };
        var view = Render<ExamplesView>(p => p.AddCascadingValue(_ui).Add(e => e.Head, head).Add(e => e.PictureUrl, picture => picture));
        var rows = view.FindAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList()).ToList();
        Assert.Equal(["1", "Unusual"], rows[0].Take(2));
        Assert.Contains("wrong", rows[0][2], StringComparison.Ordinal);
        Assert.Equal("10%", rows[0][3]);
        Assert.Equal("Usual", rows[1][1]);
        Assert.StartsWith("0.012", rows[1][2], StringComparison.Ordinal);
        Assert.Contains("right", rows[1][2], StringComparison.Ordinal);
        Assert.Equal("20%", rows[1][3]);
    }

    [Fact]
    public void A_single_epoch_is_told_in_words_instead_of_drawn()
    {
        var one = Render<LearningCurves>(p => p.AddCascadingValue(_ui).Add(c => c.Curve, new LearningCurve([Epoch(1)], 1, 1)));
        Assert.Contains("single epoch", one.Markup, StringComparison.Ordinal);
        Assert.Empty(one.FindAll("figure"));
        var two = Render<LearningCurves>(p => p.AddCascadingValue(_ui).Add(c => c.Curve, new LearningCurve([Epoch(1), Epoch(2)], 1, 1)));
        Assert.NotEmpty(two.FindAll("figure"));
    }

    [Fact]
    public void A_change_of_the_learning_rate_is_a_mark_of_the_curve_and_stands_beside_its_table()
    {
        _ui.Begin("zh", "light");
        var curve = new LearningCurve([Epoch(1), Epoch(2)], 2, 1) { RateChanges = [new(0.5, "0.001", "0.0003")] };
        var shown = Render<LearningCurves>(p => p.AddCascadingValue(_ui).Add(c => c.Curve, curve));
        Assert.Equal(["最佳（轮次 2）", "学习率 0.001 → 0.0003（轮次 0.5）"], shown.FindAll(".marks li").Select(m => m.TextContent));
        Assert.Equal([0.0, 2.0], shown.FindComponent<Plot>().Instance.Spec.XRange!);
    }

    [Theory]
    [InlineData("accuracy", true)]
    [InlineData("colour.accuracy", true)]
    [InlineData("loss", false)]
    [InlineData("mae", false)]
    [InlineData("rocAuc", false)]
    public void A_curve_of_shares_is_told_in_percent_as_in_the_rest_of_the_page(string name, bool inPercent)
    {
        Dictionary<string, double?> scores = new() { [name] = 0.925 };
        var curve = new LearningCurve([.. new long[] { 1, 2 }.Select(number => new RunEvent.EpochDone(number, scores, scores, new Dictionary<string, double?>(), 1, true))], 1, 1);
        var shown = Render<LearningCurves>(p => p.AddCascadingValue(_ui).Add(c => c.Curve, curve));

        Assert.Equal(inPercent, shown.FindComponent<Plot>().Instance.Spec.YPercent);
        Assert.Equal(inPercent ? "92.5%" : "0.925", shown.FindAll("tbody td")[1].TextContent);
    }

    private static RunEvent.EpochDone Epoch(long number)
    {
        Dictionary<string, double?> loss = new() { ["loss"] = 0.5 };
        return new(number, loss, loss, new Dictionary<string, double?>(), 1, true);
    }

    [Fact]
    public void Scores_stand_next_to_the_plain_answer_in_the_readers_language()
    {
        _ui.Begin("zh", "light");
        var view = Render<ScoreCards>(p => p.AddCascadingValue(_ui).Add(c => c.Evaluation, Evaluations.Classes(97, 100)));
        var card = view.Find(".score-card");
        Assert.Contains("97%", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("基准：50%", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("准确率", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Precision_and_recall_say_of_which_class_they_are()
    {
        var two = Evaluations.Classes(8, 10);
        two = two with { Test = new Dictionary<string, double?> { ["accuracy"] = 0.8, ["precision"] = 0.9, ["recall"] = 0.54 } };
        var name = two.Heads[0].Classes!.Names[1];
        Assert.Equal(2, two.Heads[0].Classes!.Names.Count);
        var titles = Render<ScoreCards>(p => p.AddCascadingValue(_ui).Add(c => c.Evaluation, two)).FindAll(".score-title").Select(t => t.TextContent);
        Assert.Equal(["Right answers", $"Right when it says “{name}”", $"Found, of all that are “{name}”"], titles);

        var three = two with { Heads = [two.Heads[0] with { Classes = two.Heads[0].Classes! with { Names = ["a", "b", "c"] } }] };
        var means = Render<ScoreCards>(p => p.AddCascadingValue(_ui).Add(c => c.Evaluation, three)).FindAll(".score-title").Select(t => t.TextContent);
        Assert.Contains("Found (mean of the classes)", means);
    }

    [Fact]
    public void A_class_name_of_markup_stays_text()
    {
        var classes = Evaluations.Classes(8, 10).Heads[0].Classes! with { Names = ["<script>alert(1)</script>", "yes"] };
        var view = Render<ConfusionView>(p => p.AddCascadingValue(_ui).Add(c => c.Classes, classes));
        Assert.Empty(view.FindAll("script"));
        Assert.Contains("<script>alert(1)</script>", view.Find("tbody th").TextContent, StringComparison.Ordinal);
    }
}
