using Builder.Files;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Rivals;
using Builder.Web.Shell;
using Builder.Web.Tests.Use;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Tests.Evaluate.Rivals;

/// <summary>A trained model beside simple methods, as the Evaluate page shows it.</summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class RivalViewTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TrainedModels _trained;
    private readonly UiState _ui = new();
    private bool? _isCompared;

    public RivalViewTests(TrainedModels trained)
    {
        _trained = trained;
        JSInterop.Mode = JSRuntimeMode.Loose;
        trained.Provide(Services);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    private FinishedRun Iris => _trained.Iris.Run;

    [Theory]
    [InlineData("en", "Decision tree", "The network is", "Your network")]
    [InlineData("zh", "决策树", "网络的表现", "您的网络")]
    public void Every_method_stands_in_a_table_below_the_verdict_with_its_interval(string language, string tree, string outcome, string network)
    {
        _ui.Begin(language, "light");
        var view = View(Iris);
        view.WaitForElement("[data-testid='rivals'] table", Patience);
        var rows = view.FindAll("tbody tr").Select(r => r.TextContent.Trim()).ToList();

        Assert.Equal(6, rows.Count);
        Assert.StartsWith(network, rows[0], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Contains(tree, StringComparison.Ordinal));
        Assert.Contains(view.FindAll("th[scope=col]"), head => head.TextContent == outcome);
        Assert.True(_isCompared);
        Assert.Contains(language == "en" ? "30 cases)" : "30 个样本）", view.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(language == "en" ? "The baseline" : "基准（", view.Find(".verdict").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_an_older_run_it_is_compared_when_somebody_asks_and_half_a_file_is_as_good_as_none()
    {
        var file = new RunFolder(Iris.Folder).Rivals;
        var known = await File.ReadAllBytesAsync(file, Ct);
        await File.WriteAllBytesAsync(file, known[..(known.Length / 2)], Ct);
        try
        {
            Assert.Null(RivalFile.Read(Iris));
            var view = View(Iris);
            view.WaitForElement("[data-testid='compare-rivals']", Patience);
            Assert.False(_isCompared);
            Assert.Contains("The baseline", view.Find(".verdict").TextContent, StringComparison.Ordinal);
            view.Find("[data-testid='compare-rivals']").Click();

            view.WaitForElement("[data-testid='rivals'] table", Patience);
            Assert.Equal(known, await File.ReadAllBytesAsync(file, Ct));
            Assert.True(_isCompared);
        }
        finally
        {
            await File.WriteAllBytesAsync(file, known, Ct);
        }
    }

    [Fact]
    public void Where_there_is_no_simple_method_or_nothing_was_held_back_that_is_said()
    {
        var none = View(Iris with { Folder = "/nowhere", Evaluation = Iris.Evaluation with { Heads = [] } });
        Assert.DoesNotContain("compare-rivals", none.Markup, StringComparison.Ordinal);

        Assert.Contains("no simple method", RivalFile.Obstacle(Iris with { Evaluation = Iris.Evaluation with { Heads = [] } })!.En, StringComparison.Ordinal);
        Assert.Contains("没有留出任何行", RivalFile.Obstacle(Iris with { Evaluation = Iris.Evaluation with { Part = "train" } })!.Zh, StringComparison.Ordinal);
        Assert.Null(RivalFile.Obstacle(Iris));
    }

    [Fact]
    public void Pictures_are_compared_with_the_nearest_ones()
    {
        var rivals = RivalComparison.FromJson(File.ReadAllBytes(new RunFolder(_trained.Digits.Run.Folder).Rivals));

        // On a busy machine one may take too long, which is told.
        Assert.Equal(["rival.commonest", "rival.nearest", "rival.pixel-logistic"], rivals.Rivals.Select(r => r.Name.Code).Concat(rivals.LeftOut.Select(l => l.Name.Code)).Order());
        Assert.True(rivals.Rivals.Single(r => r.Name.Code == "rival.nearest").Score > 0.9);
    }

    private IRenderedComponent<RivalView> View(FinishedRun run) => Render<RivalView>(p => p
        .AddCascadingValue(_ui).Add(v => v.Run, run).Add(v => v.OnCompared, EventCallback.Factory.Create<bool>(this, isCompared => _isCompared = isCompared)));
}
