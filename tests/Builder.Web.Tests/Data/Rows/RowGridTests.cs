using Bunit;
using Builder.Graph.Data;
using Builder.Web.Data;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Data.Rows;

public sealed class RowGridTests : DataPageContext
{
    [Fact]
    public async Task The_rows_are_drawn_as_they_come_into_view_with_their_numbers_and_gaps()
    {
        var page = await WithRowsAsync();

        Assert.InRange(Numbers(page).Count, 1, 344);
        Assert.Equal(1, Numbers(page)[0]);
        Assert.Equal(7, page.FindAll(".heads th[data-column]").Count);
        Assert.NotEmpty(page.FindAll(".data-grid .hole"));
        Assert.All(page.FindAll(".heads th[data-column]"), head => Assert.Equal("none", head.GetAttribute("aria-sort")));
        Assert.Contains("344 rows", page.Find(".count").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_sorts_and_says_so_and_the_address_keeps_it()
    {
        var page = await WithRowsAsync();

        await page.InvokeAsync(() => page.Find("th[data-column=body_mass_g] button").Click());

        page.WaitForAssertion(() => Assert.Equal("ascending", page.Find("th[data-column=body_mass_g]").GetAttribute("aria-sort")), Patience);
        page.WaitForAssertion(() => Assert.Contains("2700", page.FindAll(".data-grid tbody tr:has(td.lead)")[0].TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("body_mass_g", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_and_a_search_leave_what_fits()
    {
        var page = await WithRowsAsync();

        await page.InvokeAsync(() => page.Find("select[aria-label='Filter species']").Change("Gentoo"));
        page.WaitForAssertion(() => Assert.Contains("124 of 344", page.Find(".count").TextContent, StringComparison.Ordinal), Patience);
        await page.InvokeAsync(() => page.Find("[data-testid=rows] .find input").Change("nothing like that"));
        page.WaitForAssertion(() => Assert.Contains("0 of 344", page.Find(".count").TextContent, StringComparison.Ordinal), Patience);
        await page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.Contains("Show all", StringComparison.Ordinal)).Click());

        page.WaitForAssertion(() => Assert.Contains("344 rows", page.Find(".count").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Rows_that_are_chosen_are_left_out_as_one_step_and_come_back()
    {
        var page = await WithRowsAsync();
        await ChooseAsync(page, 2, 4, 5);

        await page.InvokeAsync(() => page.FindAll("[data-testid=chosen] button")[0].Click());

        var session = await Sessions.OpenAsync(Project);
        page.WaitForAssertion(() => Assert.Equal(RowNumbers.Of(2, 4, 5), session.Document.Data["penguins"].Changes?.LeftOut), Patience);
        page.WaitForAssertion(() => Assert.Contains("341 rows", page.Find(".page-head").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tr.left-out").Count), Patience);
        Assert.Contains("3 rows are left out", page.Find("[data-testid=row-changes]").TextContent, StringComparison.Ordinal);
        await session.RefreshDataAsync();
        Assert.Equal(341, session.Schema.DataSets.Sum(d => d.TrainSamples + d.ValidationSamples + d.TestSamples));

        await session.UndoAsync("undo", "tester");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tr.left-out")), Patience);
        Assert.Null(session.Document.Data["penguins"].Changes);
        await session.RedoAsync("redo", "tester");
        page.WaitForElement("[data-testid=row-changes]", Patience);
        await page.InvokeAsync(() => page.FindAll("[data-testid=row-changes] button")[1].Click());
        page.WaitForAssertion(() => Assert.Null(session.Document.Data["penguins"].Changes), Patience);
    }

    [Fact]
    public async Task A_cell_is_corrected_and_the_file_stays()
    {
        var page = await WithRowsAsync();
        var session = await Sessions.OpenAsync(Project);
        var before = File.ReadAllText(Path.Combine(session.Folder, "penguins.csv"));

        await page.InvokeAsync(() => page.Find("button[aria-label^='Row 4:']").Click());
        var body = page.WaitForElement("[data-testid=row-dialog] .field:has(label:contains('body_mass_g')) input", Patience);
        await page.InvokeAsync(() => body.Input("heavy"));
        Assert.True(page.Find("[data-testid=row-dialog] .primary").HasAttribute("disabled"));
        await page.InvokeAsync(() => page.Find("[data-testid=row-dialog] .field:has(label:contains('body_mass_g')) input").Input("3456"));
        await page.InvokeAsync(() => page.Find("[data-testid=row-dialog] .primary").Click());

        page.WaitForAssertion(() => Assert.Equal(
            [new CellCorrection { Row = 4, Column = "body_mass_g", Value = "3456" }], session.Document.Data["penguins"].Changes!.Corrections), Patience);
        page.WaitForAssertion(() => Assert.Contains("3456", page.Find(".data-grid .corrected").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(before, File.ReadAllText(Path.Combine(session.Folder, "penguins.csv")));
    }

    [Fact]
    public async Task Many_rows_get_the_same_value_in_one_step()
    {
        var page = await WithRowsAsync();
        await page.InvokeAsync(() => page.Find("select[aria-label='Filter species']").Change("Gentoo"));
        page.WaitForAssertion(() => Assert.Contains("124 of 344", page.Find(".count").TextContent, StringComparison.Ordinal), Patience);
        await page.InvokeAsync(() => page.Find("input[aria-label='Choose all rows that are shown']").Change(true));
        Assert.Contains("124 rows chosen", page.Find("[data-testid=chosen]").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.FindAll("[data-testid=chosen] button")[2].Click());
        await page.InvokeAsync(() => page.Find("#many-column").Change("island"));
        await page.InvokeAsync(() => page.Find("#many-value").Input("Torgersen"));
        await page.InvokeAsync(() => page.Find("[data-testid=many-rows-dialog] .primary").Click());

        var session = await Sessions.OpenAsync(Project);
        page.WaitForAssertion(() => Assert.Equal(124, session.Document.Data["penguins"].Changes?.Corrections.Length), Patience);
        await session.UndoAsync("undo", "tester");
        Assert.Null(session.Document.Data["penguins"].Changes);
    }

    [Fact]
    public async Task Not_every_row_can_be_left_out()
    {
        var page = await WithRowsAsync();
        await page.InvokeAsync(() => page.Find("input[aria-label='Choose all rows that are shown']").Change(true));

        await page.InvokeAsync(() => page.FindAll("[data-testid=chosen] button")[0].Click());

        Assert.Contains("At least one row", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null((await Sessions.OpenAsync(Project)).Document.Data["penguins"].Changes);
    }

    [Fact]
    public async Task Changes_of_a_file_that_was_exchanged_are_told_and_can_be_dropped()
    {
        var page = await WithRowsAsync();
        await ChooseAsync(page, 1);
        await page.InvokeAsync(() => page.FindAll("[data-testid=chosen] button")[0].Click());
        var session = await Sessions.OpenAsync(Project);
        page.WaitForAssertion(() => Assert.NotNull(session.Document.Data["penguins"].Changes), Patience);
        var file = Path.Combine(session.Folder, "penguins.csv");
        File.WriteAllLines(file, File.ReadAllLines(file).Take(200));

        var again = Open();
        again.WaitForElement("[role=alert]", Patience);
        Assert.Contains("row numbers may mean other rows", again.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await again.InvokeAsync(() => again.FindAll("button").First(b => b.TextContent.Contains("Drop these changes", StringComparison.Ordinal)).Click());

        again.WaitForAssertion(() => Assert.Contains("199 rows", again.Find(".page-head").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task The_rows_speak_Chinese()
    {
        Ui.Begin(UiState.Chinese, "dark");

        var page = await WithRowsAsync();

        Assert.Contains("344 行", page.Find(".count").TextContent, StringComparison.Ordinal);
        Assert.Equal("在所有列中搜索", page.Find("[data-testid=rows] .find input").GetAttribute("placeholder"));
    }

    private async Task<IRenderedComponent<DataPage>> WithRowsAsync()
    {
        var page = WithPenguins();
        await page.InvokeAsync(() => page.FindAll(".tabs .tab")[1].Click());
        page.WaitForElement(".data-grid .number-button", Patience);
        return page;
    }

    private static async Task ChooseAsync(IRenderedComponent<DataPage> page, params int[] rows)
    {
        foreach (var row in rows)
        {
            await page.InvokeAsync(() => page.Find($"input[aria-label='Choose row {row}']").Change(true));
        }
    }

    private static List<int> Numbers(IRenderedComponent<DataPage> page) =>
        [.. page.FindAll("td.lead .number-button").Select(b => int.Parse(b.TextContent, System.Globalization.CultureInfo.InvariantCulture))];
}
