using System.Globalization;
using System.Text;
using Bunit;
using Builder.Graph.Data;
using Builder.Proposals;
using Builder.Web.Data;
using Builder.Web.Data.Upload;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Data.Reading;

public sealed class ReadingPanelTests : DataPageContext
{
    private const string Head = "price,rooms,sold\n";

    [Fact]
    public async Task What_was_found_out_is_shown_and_what_was_left_out_stands_in_one_panel_with_its_buttons()
    {
        var page = await WithAsync("Prices of the year\n" + Head + Rows(bad: "12.5 or so") + "Source: register\n");

        Assert.Equal(
            ["UTF-8", "Comma", "First line: names", "Decimal point: 1.5", "1 line above left out", "1 line below left out"],
            page.FindAll(".reading .settings .tag").Select(t => t.TextContent));
        Assert.Equal(
            ["lines-above", "lines-below", "not-numbers"],
            page.FindAll(".reading [data-warning]").Select(n => n.GetAttribute("data-warning")).Order(StringComparer.Ordinal));
        Assert.Empty(page.FindAll(".rest [data-warning=not-numbers]"));
    }

    [Fact]
    public async Task Settings_are_tried_on_the_first_rows_and_count_as_one_change_once_they_are_applied()
    {
        var page = await WithAsync(Head + Rows());
        var session = await Sessions.OpenAsync(Project);
        var before = session.Document;
        page.Find("#change-reading").Click();
        page.WaitForAssertion(() => Assert.Equal(["price", "rooms", "sold"], page.FindAll(".preview thead th").Select(h => h.TextContent)), Patience);

        await page.InvokeAsync(() => page.Find("#reading-header").Change("0"));
        page.WaitForAssertion(() => Assert.Equal(["column 1", "column 2", "column 3"], page.FindAll(".preview thead th").Select(h => h.TextContent)), Patience);
        await page.InvokeAsync(() => page.Find("#reading-header").Change("1"));
        await page.InvokeAsync(() => page.Find("#reading-above").Change("3"));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".preview thead th").Count), Patience);
        Assert.Same(before, session.Document);

        await page.InvokeAsync(() => page.Find("#reading-above").Change("0"));
        page.WaitForAssertion(() => Assert.Equal("price", page.FindAll(".preview thead th")[0].TextContent), Patience);
        await page.InvokeAsync(() => page.Find("#reading-mark").Input("7.5"));
        await page.InvokeAsync(() => page.Find(".reading form").Submit());
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".mark"), m => m.GetAttribute("data-mark") == "7.5"), Patience);
        await page.InvokeAsync(() => page.Find("#read-like-this").Click());

        page.WaitForAssertion(() => Assert.Contains("7.5", Table(session).Missing), Patience);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#read-like-this")), Patience);
        await session.UndoAsync("undo", "tester");
        Assert.Equal(before.Data.Values.Single().Source, session.Document.Data.Values.Single().Source);
    }

    /// <summary>The guess of names in two lines and of a line of units stands in the strip, can be taken back with one button each, and chosen again by hand.</summary>
    [Fact]
    public async Task Names_of_two_lines_and_units_are_shown_told_and_changed()
    {
        var page = await WithAsync(",2023,,2024,\nRegion,Q1,Q2,Q1,Q2\n,kg,kg,t,t\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{"ABC"[i % 3]},{i % 50},{i * 7 % 31},{i * 31 % 17},{i * i % 23}\n")));
        var session = await Sessions.OpenAsync(Project);
        Assert.Equal(new TableHeader(2, 1), Table(session).Header);
        Assert.Contains(page.FindAll(".reading .tag"), t => t.TextContent == "First 2 lines: names");
        Assert.Contains(page.FindAll(".reading .tag"), t => t.TextContent == "1 line of units or the like");
        Assert.Contains("“2023 Q1”", page.Find(".notes").TextContent, StringComparison.Ordinal);
        Assert.Contains("2023 Q1 (kg)", page.Find(".notes").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("tr[data-column='2024 Q2']"));

        await page.InvokeAsync(() => page.FindAll(".notes button").First(b => b.TextContent.Trim() == "Read it as a row").Click());
        page.WaitForAssertion(() => Assert.Equal(new TableHeader(2), Table(session).Header), Patience);
        await session.UndoAsync("undo", "tester");
        Assert.Equal(new TableHeader(2, 1), Table(session).Header);

        page.Find("#change-reading").Click();
        page.WaitForElement(".preview", Patience);
        await page.InvokeAsync(() => page.Find("#reading-header").Change("1"));
        page.WaitForAssertion(() => Assert.Equal("2023", page.FindAll(".preview thead th")[1].TextContent), Patience);
        await page.InvokeAsync(() => page.Find("#reading-header").Change("2"));
        page.WaitForAssertion(() => Assert.Equal("2023 Q1", page.FindAll(".preview thead th")[1].TextContent), Patience);
        await page.InvokeAsync(() => page.Find("#reading-notes").Change("0"));
        page.WaitForAssertion(() => Assert.Equal("kg", page.FindAll(".preview tbody tr")[0].Children[1].TextContent), Patience);
        await page.InvokeAsync(() => page.Find("#read-like-this").Click());
        page.WaitForAssertion(() => Assert.Equal(new TableHeader(2), Table(session).Header), Patience);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_in_words_and_cannot_be_applied()
    {
        var page = await WithAsync(Head + Rows());
        page.Find("#change-reading").Click();
        page.WaitForElement(".preview", Patience);

        await page.InvokeAsync(() => page.Find("#reading-below").Change("900"));

        page.WaitForAssertion(() => Assert.Contains("nothing remains", page.Find(".form .notice.danger").TextContent, StringComparison.Ordinal), Patience);
        Assert.True(page.Find("#read-like-this").HasAttribute("disabled"));
    }

    /// <summary>Another way of reading keeps what was decided: the target, a column left out, a type, and changes of single rows stay with their rows.</summary>
    [Fact]
    public async Task What_was_decided_is_carried_over_to_the_file_read_otherwise()
    {
        var page = await WithAsync(Head + Rows());
        var session = await Sessions.OpenAsync(Project);
        await page.InvokeAsync(() => page.Find("#target").Change("price"));
        page.WaitForAssertion(() => Assert.Equal("price", TargetBlock.Column(TargetBlock.Find(session.Document, Id(session))!)), Patience);
        await page.InvokeAsync(() => page.FindAll("tr[data-column=sold] select")[0].Change("Ignored"));
        page.WaitForElement("tr[data-column=sold].ignored", Patience);
        var set = session.Document.Data[Id(session)];
        await session.ApplyAsync(new Web.Sessions.Command("rows", session.Revision, d => new Builder.Graph.Documents.SetDataSet(set.Id, d.Data[set.Id] with
        {
            Changes = new RowChanges { LeftOut = RowNumbers.Of(2), Corrections = [new CellCorrection { Row = 4, Column = "rooms", Value = "9" }] },
        }), "tester"));
        page.WaitForElement(".changed", Patience);

        page.Find("#change-reading").Click();
        page.WaitForElement(".preview", Patience);
        await page.InvokeAsync(() => page.Find("#reading-header").Change("0"));
        page.WaitForAssertion(() => Assert.Equal("column 1", page.Find(".preview thead th").TextContent), Patience);
        await page.InvokeAsync(() => page.Find("#read-like-this").Click());

        page.WaitForAssertion(() => Assert.Equal<TableHeader?>(false, Table(session).Header), Patience);
        var after = session.Document.Data[Id(session)];
        Assert.Equal(("3", 5, "column 2"), (after.Changes!.LeftOut.ToString(), after.Changes.Corrections.Single().Row, after.Changes.Corrections.Single().Column));
        Assert.Equal("column 1", TargetBlock.Column(TargetBlock.Find(session.Document, Id(session))!));
        Assert.DoesNotContain(after.Columns, c => c.SourceName == "column 3");
    }

    [Fact]
    public async Task The_table_of_a_file_is_chosen_where_there_are_several()
    {
        var page = await WithAsync(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "golden", "intake", "R14-ending", "two-tables.zip"), Xunit.TestContext.Current.CancellationToken), "two-tables.zip");
        var session = await Sessions.OpenAsync(Project);
        Assert.Single(page.FindAll("[data-warning=sheet]"));
        page.Find("#change-reading").Click();
        page.WaitForElement(".preview", Patience);
        var read = page.Find("#reading-sheet").GetAttribute("value");
        var other = page.FindAll("#reading-sheet option").Select(o => o.GetAttribute("value")).Single(s => s != read);

        await page.InvokeAsync(() => page.Find("#reading-sheet").Change(other));
        page.WaitForAssertion(() => Assert.False(page.Find("#read-like-this").HasAttribute("disabled")), Patience);
        await page.InvokeAsync(() => page.Find("#read-like-this").Click());

        page.WaitForAssertion(() => Assert.Equal(other, Table(session).Sheet), Patience);
    }

    [Fact]
    public async Task The_order_of_day_and_month_is_one_choice_for_the_whole_column()
    {
        var page = await WithAsync("visit,came\n" + string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i % 12) + 1:00}/{(i % 11) + 1:00}/2024,{(i % 3 == 0 ? "yes" : "no")}\n"))));
        var session = await Sessions.OpenAsync(Project);
        page.Find("#change-reading").Click();
        page.WaitForElement("#reading-dates-0", Patience);
        var other = page.Find("#reading-dates-0").GetAttribute("value") == "MonthFirst" ? DateOrder.DayFirst : DateOrder.MonthFirst;

        await page.InvokeAsync(() => page.Find("#reading-dates-0").Change(other.ToString()));
        page.WaitForAssertion(() => Assert.False(page.Find("#read-like-this").HasAttribute("disabled")), Patience);
        await page.InvokeAsync(() => page.Find("#read-like-this").Click());

        page.WaitForAssertion(() => Assert.Equal(other, Table(session).DateOrderOf("visit")), Patience);
        page.WaitForAssertion(() => Assert.Contains(other == DateOrder.DayFirst ? "2 January 2024" : "January 2, 2024", page.Find("[data-warning=day-month] button").TextContent + page.Find("[data-warning=day-month]").TextContent, StringComparison.Ordinal), Patience);
    }

    private static string Id(Web.Sessions.ProjectSession session) => session.Document.Data.Keys.Single();

    private static TableSource Table(Web.Sessions.ProjectSession session) => (TableSource)session.Document.Data.Values.Single().Source;

    private static string Rows(string? bad = null) => string.Concat(Enumerable.Range(0, 120).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{(i == 8 && bad is not null ? bad : $"{i * 1.5:0.0}")},{(i % 5) + 1},{(i % 3 == 0 ? "yes" : "no")}\n")));

    private Task<IRenderedComponent<DataPage>> WithAsync(string text) => WithAsync(Encoding.UTF8.GetBytes(text), "prices.csv");

    private async Task<IRenderedComponent<DataPage>> WithAsync(byte[] file, string name)
    {
        using var content = new MemoryStream(file);
        await Services.GetRequiredService<UploadService>().AddAsync(Project, content, name, null, "en", Xunit.TestContext.Current.CancellationToken);
        var page = Open();
        page.WaitForElement("#target", Patience);
        return page;
    }
}
