using System.Diagnostics;
using Builder.Datasets.Columns;
using Builder.Graph.Data;
using Builder.Web.Data.Rows;
using Builder.Web.Instruments.Grids;

namespace Builder.Web.Tests.Data.Rows;

public class RowTableTests
{
    private static readonly RowTable Table = new(
        new RawTable(
            "t.csv",
            [
                new NumberColumn("size", [3, 1, double.NaN, 2, 1]),
                new TextColumn("city", ["Oslo", "bergen", "Ålesund", null, "Bergen"]),
                new TextColumn("day", ["31.12.2023", "1.5.2024", "2.5.2024", null, "3.1.2025"]),
                new TextColumn("mixed", ["10", "9", "about 5", "2", null]),
            ],
            "f"),
        [ColumnType.Number, ColumnType.Text, ColumnType.Date, ColumnType.Number],
        new RowChanges { LeftOut = RowNumbers.Of(2), Corrections = [new CellCorrection { Row = 4, Column = "size", Value = "2" }] });

    [Theory]
    [InlineData("size", false, new[] { 2, 5, 4, 1, 3 })]
    [InlineData("size", true, new[] { 1, 4, 2, 5, 3 })]
    [InlineData("day", true, new[] { 5, 3, 2, 1, 4 })]
    [InlineData("mixed", false, new[] { 4, 2, 1, 3, 5 })]
    [InlineData("city", false, new[] { 5, 2, 1, 3, 4 })]
    public void Rows_are_sorted_by_value_with_gaps_last(string column, bool descending, int[] rows) =>
        Assert.Equal(rows, Table.Find(new GridView { Sort = new(column, descending) }, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("size", "1..2", new[] { 2, 4, 5 })]
    [InlineData("city", "Bergen", new[] { 5 })]
    [InlineData("day", "2024", new[] { 2, 3 })]
    [InlineData("mixed", "< 10", new[] { 2, 4 })]
    [InlineData("size", "not a number", new[] { 1, 2, 3, 4, 5 })]
    [InlineData("gone", "1", new[] { 1, 2, 3, 4, 5 })]
    public void A_filter_means_what_its_column_holds(string column, string typed, int[] rows) =>
        Assert.Equal(rows, Table.Find(GridView.Plain.With(column, typed), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("BERGEN", new[] { 2, 5 })]
    [InlineData("2024", new[] { 2, 3 })]
    [InlineData("3", new[] { 1, 5 })]
    [InlineData("nowhere", new int[0])]
    public void A_search_looks_into_every_column(string text, int[] rows) =>
        Assert.Equal(rows, Table.Find(new GridView { Search = text }, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(RowTable.Gaps, new[] { 3, 4, 5 })]
    [InlineData(RowTable.LeftOut, new[] { 2 })]
    [InlineData(RowTable.Corrected, new[] { 4 })]
    public void Rows_with_gaps_left_out_or_corrected_are_shown_alone(string only, int[] rows) =>
        Assert.Equal(rows, Table.Find(new GridView { Only = only }, TestContext.Current.CancellationToken));

    [Fact]
    public void Without_order_and_filters_no_list_of_rows_is_kept() => Assert.Null(Table.Find(GridView.Plain, TestContext.Current.CancellationToken));

    [Fact]
    public void A_row_carries_its_number_and_what_became_of_it()
    {
        var rows = Table.Take(null, 1, 3, Table.Columns);

        Assert.Equal([(2, true), (3, false), (4, false)], rows.Select(r => (r.Number, r.IsLeftOut)));
        Assert.Equal([new TableCell("2", true), new TableCell(null, false)], rows[2].Cells.Take(2));
        Assert.Empty(Table.Take([5], 1, 10, Table.Columns));
    }

    [Fact]
    public void Few_different_values_are_chosen_and_many_are_typed()
    {
        var column = new TextColumn("n", [.. Enumerable.Range(0, 100).Select(i => $"name {i}")]);
        var few = new RowTable(new RawTable("t", [column.Select([1, 2, 2])], "f"), [ColumnType.Category], null).Columns[0];
        var many = new RowTable(new RawTable("t", [column], "f"), [ColumnType.Category], null).Columns[0];

        Assert.Equal((GridKind.Choice, 2), (few.Kind, few.Choices.Count));
        Assert.Equal((GridKind.Text, 0), (many.Kind, many.Choices.Count));
    }

    [Fact]
    public void A_column_of_numbers_takes_numbers_only()
    {
        Assert.True(Table.Columns[0].Takes("3.5") && Table.Columns[0].Takes("") && Table.Columns[1].Takes("x"));
        Assert.False(Table.Columns[0].Takes("about 5") || Table.Columns[3].Takes("x"));
    }

    [Fact]
    public void A_hundred_thousand_rows_are_sorted_filtered_and_searched_in_a_moment()
    {
        var random = new Random(1);
        const int rows = 100_000;
        var table = new RowTable(
            new RawTable(
                "t",
                [
                    .. Enumerable.Range(0, 8).Select(c => (RawColumn)new NumberColumn($"n{c}", [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())])),
                    new TextColumn("t", [.. Enumerable.Range(0, rows).Select(i => $"name {i % 5000}")]),
                ],
                "f"),
            [.. Enumerable.Repeat(ColumnType.Number, 8), ColumnType.Text],
            null);
        var clock = Stopwatch.StartNew();

        var found = table.Find(new GridView { Sort = new("n3", true), Search = "name 12" }.With("n1", "> 0.5"), TestContext.Current.CancellationToken);

        Assert.InRange(found!.Length, 1_000, 3_000);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"It took {clock.Elapsed}.");
    }
}
