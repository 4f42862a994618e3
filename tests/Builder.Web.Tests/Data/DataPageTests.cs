using Bunit;
using Builder.Graph.Data;
using Builder.Proposals;
using Builder.Web.Data;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Data;

public sealed class DataPageTests : DataPageContext
{
    [Fact]
    public void AProject_without_data_invites_to_bring_some()
    {
        var page = Open();

        page.WaitForElement(".drop input[type=file]", Patience);
        Assert.Contains("2 GB", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Penguins", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_shows_types_gaps_distributions_and_a_guess_at_the_target()
    {
        var page = WithPenguins();

        Assert.Equal(7, page.FindAll("tr[data-column]").Count);
        Assert.Equal(7, page.FindAll("tr[data-column] svg.chart").Count);
        Assert.Contains("3.2%", page.Find("tr[data-column=sex]").TextContent, StringComparison.Ordinal);
        Assert.Equal("species", page.Find("#target").GetAttribute("value"));
        Assert.Equal("gaps", page.Find("[data-warning]").GetAttribute("data-warning"));
        Assert.False(page.Find("#propose").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Another_target_is_an_edit_that_can_be_undone()
    {
        var page = WithPenguins();
        await page.InvokeAsync(() => page.Find("#target").Change("sex"));
        page.WaitForAssertion(() => Assert.Equal("sex", page.Find("#target").GetAttribute("value")), Patience);

        var session = await Sessions.OpenAsync(Project);
        page.WaitForAssertion(() => Assert.Equal("sex", TargetBlock.Column(TargetBlock.Find(session.Document, "penguins")!)), Patience);
        Assert.Equal(["sex"], session.Document.Data["penguins"].Rows?.Complete);
        await session.UndoAsync("undo", "tester");
        page.WaitForAssertion(() => Assert.Equal("species", page.Find("#target").GetAttribute("value")), Patience);
    }

    [Fact]
    public async Task A_type_that_does_not_fit_blocks_until_its_fix_is_pressed()
    {
        var page = WithPenguins();
        await page.InvokeAsync(() => page.FindAll("tr[data-column=island] select")[1].Change("Number"));
        page.WaitForElement("[data-warning=type-does-not-fit]", Patience);
        page.WaitForAssertion(() => Assert.True(page.Find("#propose").HasAttribute("disabled")), Patience);

        await page.InvokeAsync(() => page.Find("[data-warning=type-does-not-fit] button").Click());

        page.WaitForAssertion(() => Assert.False(page.Find("#propose").HasAttribute("disabled")), Patience);
        Assert.Equal("Category", page.FindAll("tr[data-column=island] select")[1].GetAttribute("value"));
    }

    [Fact]
    public async Task A_column_that_is_left_out_and_a_unit_are_in_the_document()
    {
        var page = WithPenguins();
        await page.InvokeAsync(() => page.FindAll("tr[data-column=sex] select")[0].Change("Ignored"));
        page.WaitForElement("tr[data-column=sex].ignored", Patience);
        await page.InvokeAsync(() => page.Find("tr[data-column=body_mass_g] input").Change("gram"));

        var session = await Sessions.OpenAsync(Project);
        page.WaitForAssertion(() =>
        {
            var data = session.Document.Data["penguins"];
            Assert.DoesNotContain(data.Columns, c => c.Name == "sex");
            Assert.Equal("gram", data.Columns.First(c => c.Name == "body_mass_g").Unit);
        }, Patience);
    }

    [Fact]
    public async Task Rows_are_held_back_as_the_person_says()
    {
        var page = WithPenguins();
        await page.InvokeAsync(() => page.Find("#split-way").Change("Random"));
        await page.InvokeAsync(() => page.Find("#split-test").Change("30"));

        var session = await Sessions.OpenAsync(Project);
        page.WaitForAssertion(() => Assert.Equal(0.3, Assert.IsType<RandomSplit>(session.Document.Data["penguins"].Split).Test, 6), Patience);
    }

    [Fact]
    public async Task A_proposed_model_is_on_the_canvas_and_the_canvas_is_shown()
    {
        var page = WithPenguins();

        await page.InvokeAsync(() => page.Find("#propose").Click());

        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => Assert.EndsWith($"/projects/{Project}/model", navigation.Uri, StringComparison.Ordinal), Patience);
        var session = await Sessions.OpenAsync(Project);
        Assert.Contains(session.Document.Blocks.Values, b => b.Kind == "CrossEntropyLoss");
        Assert.True(session.Document.Notes.Count >= 4);
        await session.RefreshDataAsync();
        Assert.True(session.Analysis.CanTrain);
    }

    [Fact]
    public void The_data_of_the_readyProjects_can_be_taken_as_samples_and_bring_their_origin_along()
    {
        var page = Open();
        page.WaitForElement("[data-sample='concrete.csv']", Patience);
        Assert.True(page.FindAll("[data-sample]").Count >= 6);

        page.Find("[data-sample='concrete.csv']").Click();

        page.WaitForState(() => page.FindAll("tr[data-column]").Count == 9, Patience);
        Assert.Contains("CC BY 4.0", File.ReadAllText(Path.Combine(Sessions.FolderOf(Project), "SOURCE-concrete.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_that_asks_for_tomorrow_is_taken_as_a_series()
    {
        var page = Open();

        page.WaitForElement("[data-sample='seattle-weather.csv']", Patience).Click();

        page.WaitForState(() => page.FindAll("tr[data-column]").Count == 6, Patience);
        var session = await Sessions.OpenAsync(Project);
        Assert.NotNull(Assert.Single(session.Document.Data.Values).Windows);
    }

    [Fact]
    public async Task Pictures_of_a_sample_come_with_their_labels()
    {
        var page = Open();

        page.WaitForElement("[data-sample='images-idx3-ubyte.gz']", Patience).Click();

        var session = await Sessions.OpenAsync(Project);
        page.WaitForAssertion(() => Assert.Contains(session.Document.Data.Values, d => d.Source is IdxSource { Labels: "labels-idx1-ubyte.gz" }), Patience);
    }

    [Fact]
    public void Everything_is_there_in_Chinese()
    {
        Ui.Begin(UiState.Chinese, "dark");

        var page = WithPenguins();

        Assert.Contains("模型要预测什么？", page.Markup, StringComparison.Ordinal);
        Assert.Contains("缺失值会自动填补", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void AProject_that_is_gone_offers_the_way_to_the_others_and_takes_no_file()
    {
        var page = Render<DataPage>(p => p.Add(c => c.ProjectId, "nothere"));

        page.WaitForElement("a[href='/']", Patience);
        Assert.Empty(page.FindAll("input[type=file]"));
        Assert.Contains("not there", page.Find("h1").TextContent, StringComparison.Ordinal);
    }
}
