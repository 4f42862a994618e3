using Bunit;
using Builder.Web.Evaluate.Sections;
using Builder.Web.Shell;
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
    public void Scores_stand_next_to_the_plain_answer_in_the_readers_language()
    {
        _ui.Begin("zh", "light");
        var view = Render<ScoreCards>(p => p.AddCascadingValue(_ui).Add(c => c.Evaluation, Evaluations.Classes(97, 100)));
        var card = view.Find(".score-card");
        Assert.Contains("97 %", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("最简单的做法：50 %", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("准确率", card.TextContent, StringComparison.Ordinal);
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
