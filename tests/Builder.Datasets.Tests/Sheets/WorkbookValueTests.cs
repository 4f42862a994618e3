using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Workbooks that another program wrote, see tests/golden/sheets: every kind of cell is what it is there.</summary>
public sealed class WorkbookValueTests : IDisposable
{
    private const int Rows = 24;

    private static readonly string s_stored = Path.Combine(AppContext.BaseDirectory, "Sheets");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("excel97.xls")]
    [InlineData("kinds.xlsx")]
    [InlineData("inline.xlsx")]
    public void Cells_are_what_the_program_that_wrote_them_means(string file)
    {
        var inspection = Inspect(new TableSource { Path = file });
        double[] Numbers(string name) => inspection.Table.Get<NumberColumn>(name).Values;
        string?[] Texts(string name) => [.. Enumerable.Range(0, Rows).Select(row => inspection.Table.Get<TextColumn>(name)[row])];

        // The hidden sheet has more cells, and is not taken for that.
        Assert.Equal(("Sales 2024", "Sales 2024 Lists Notes"), (((TableSource)inspection.Source).Sheet, string.Join(' ', inspection.Sheets!.All)));
        Assert.Equal("price pieces day moment paid sum ratio region", string.Join(' ', inspection.Columns.Select(c => c.Name)));
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => 1000.25 + (i * 1.5)), Numbers("price"));
        Assert.Equal(Enumerable.Range(1200, Rows).Select(i => (double)i), Numbers("pieces"));
        Assert.Equal(["2024-01-01", "2024-02-02"], Texts("day").Take(2));
        Assert.Equal(["2024-03-01 06:30:00", "2024-03-02 07:30:00"], Texts("moment").Take(2));
        Assert.Equal(["true", "false", "false", "true"], Texts("paid").Take(4));
        Assert.Equal(Enumerable.Range(10, Rows).Select(i => (double)i), Numbers("sum"));
        Assert.Equal([0.375, double.NaN, 0.625, 0.75, 0.875, 1, double.NaN, 1.25], Numbers("ratio")[3..11]);
        Assert.Equal(["north", null, null, null, "south"], Texts("region").Take(5));
        Assert.Equal([ColumnType.Number, ColumnType.Number, ColumnType.Date, ColumnType.Date, ColumnType.Category, ColumnType.Number, ColumnType.Number, ColumnType.Category], inspection.Columns.Select(c => c.Type));
    }

    /// <summary>SheetJS writes OpenDocument with all sheets shown, and days as numbers.</summary>
    [Fact]
    public void Cells_of_OpenDocument_are_what_the_program_that_wrote_them_means()
    {
        var table = Inspect(new TableSource { Path = "calc.ods", Sheet = "Sales 2024" }).Table;
        Assert.Equal([1000.25, 1001.75], table.Get<NumberColumn>("price").Values[..2]);
        Assert.Equal([10.0, 11], table.Get<NumberColumn>("sum").Values[..2]);
        Assert.Equal([1200.0, 1201], table.Get<NumberColumn>("pieces").Values[..2]);
        Assert.Equal(["true", "false"], Enumerable.Range(0, 2).Select(row => table.Get<TextColumn>("paid")[row]));
        Assert.Equal([0.375, double.NaN, 0.625], table.Get<NumberColumn>("ratio").Values[3..6]);
    }

    [Theory]
    [InlineData("excel97.xls")]
    [InlineData("kinds.xlsx")]
    public void Merged_cells_are_told_and_filled_on_request(string file)
    {
        Assert.Equal(18, Inspect(new TableSource { Path = file }).Made!.MergedCells);
        var filled = Inspect(new TableSource { Path = file, FillMerged = true }).Table.Get<TextColumn>("region");
        Assert.Equal(["north", "north", "north", "north", "south"], Enumerable.Range(0, 5).Select(row => filled[row]));
    }

    [Fact]
    public void Days_that_are_counted_from_1904_on_are_the_days_that_are_meant() =>
        Assert.Equal("2024-01-01", Inspect(new TableSource { Path = "since1904.xlsx" }).Table.Get<TextColumn>("day")[0]);

    [Theory]
    [InlineData("locked.xlsx")]
    [InlineData("locked-standard.xlsx")]
    public void A_workbook_with_a_password_is_refused_with_a_way_out(string file)
    {
        var refused = Assert.Throws<DataException>(() => Inspect(new TableSource { Path = file }));
        Assert.Equal(("sheet-password", true, true), (refused.Code, refused.Words.En.Contains("Remove the password", StringComparison.Ordinal), refused.Words.Zh.Contains(file, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_binary_workbook_is_refused_as_what_it_is_with_a_way_out() =>
        Assert.Equal("sheet-binary", Assert.Throws<DataException>(() => Inspect(new TableSource { Path = "binary.xlsb" })).Code);

    [Fact]
    public void A_sheet_of_a_workbook_in_a_zip_can_be_chosen()
    {
        var (one, two) = (Table("one", 12), Table("two", 30));
        _folder.Write("several.zip", TableWriters.Zip(("a/first.xlsx", TableWriters.Xlsx(("Small", one), ("Large", two))), ("b.csv", TableWriters.Csv(Table("three", 5)))));
        _folder.Write("single.zip", TableWriters.Zip(("first.xlsx", TableWriters.Xlsx(("Small", one), ("Large", two)))));

        Assert.Equal("a/first.xlsx/Large of a/first.xlsx/Small, a/first.xlsx/Large, b.csv", Read("several.zip", null).Sheets);
        Assert.Equal(("a/first.xlsx/Small of a/first.xlsx/Small, a/first.xlsx/Large, b.csv", "one"), Read("several.zip", "a/first.xlsx/Small"));
        Assert.Equal("three", Read("several.zip", "b.csv").Names);
        Assert.Equal(("Large of Small, Large", "two"), Read("single.zip", null));
        Assert.Equal(("Small of Small, Large", "one"), Read("single.zip", "Small"));
        Assert.Equal("sheet-missing", Assert.Throws<DataException>(() => Read("several.zip", "a/first.xlsx/Other")).Code);
    }

    [Fact]
    public void OpenDocument_repeats_cells_and_writes_amounts_with_their_unit()
    {
        const string Amount = "<table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"1234.5\"><text:p>1.234,50 €</text:p></table:table-cell>";
        const string Share = "<table:table-cell office:value-type=\"percentage\" office:value=\"0.25\"><text:p>25 %</text:p></table:table-cell>";
        const string Day = "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-01T08:30:00\"><text:p>1.5.24</text:p></table:table-cell>";
        const string Took = "<table:table-cell office:value-type=\"time\" office:time-value=\"PT01H30M00S\"><text:p>01:30</text:p></table:table-cell>";
        const string Same = "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"><text:p>7</text:p></table:table-cell>";
        const string Error = "<table:table-cell office:value-type=\"string\" office:string-value=\"\"><text:p>#N/A</text:p></table:table-cell>";
        var names = string.Concat("amount share day at a b text gap".Split(' ').Select(n => $"<table:table-cell office:value-type=\"string\"><text:p>{n}</text:p></table:table-cell>"));
        string Row(string text, int repeats) =>
            $"<table:table-row table:number-rows-repeated=\"{repeats}\">{Amount}{Share}{Day}{Took}{Same}<table:table-cell office:value-type=\"string\"><text:p>{text}<text:s text:c=\"2\"/>x</text:p><text:p>second</text:p></table:table-cell>{Error}</table:table-row>";
        _folder.Write("hand.ods", TableWriters.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", System.Text.Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
            + "<office:automatic-styles><style:style style:name=\"gone\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>"
            + $"<table:table table:name=\"Hidden\" table:style-name=\"gone\"><table:table-row>{names}</table:table-row>{Row("hidden", 50)}</table:table>"
            + $"<table:table table:name=\"Shown\"><table:table-row>{names}</table:table-row>{Row("one", 3)}<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>{Row("two", 1)}</table:table></office:spreadsheet></office:body></office:document-content>"))));

        var inspection = SourceInspection.Of(new TableSource { Path = "hand.ods" }, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(("Shown", 4, 2), (((TableSource)inspection.Source).Sheet, inspection.Table.RowCount, inspection.BlankLines));
        Assert.All(Enumerable.Range(0, 4), row => Assert.Equal([1234.5, 0.25, 7, 7], new[] { "amount", "share", "a", "b" }.Select(n => inspection.Table.Get<NumberColumn>(n).Values[row])));
        Assert.Equal(["2024-05-01 08:30:00", "01:30:00", "one  x\nsecond"], new[] { "day", "at", "text" }.Select(n => inspection.Table.Get<TextColumn>(n)[0]));
        Assert.Equal("two  x\nsecond", inspection.Table.Get<TextColumn>("text")[3]);
        Assert.Equal(4, inspection.Profiles.Single(p => p.Name == "gap").Missing);
    }

    private (string Sheets, string Names) Read(string file, string? sheet)
    {
        var inspection = SourceInspection.Of(new TableSource { Path = file, Sheet = sheet }, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(inspection.Sheets!.Name, ((TableSource)inspection.Source).Sheet);
        var again = SourceInspection.Of(inspection.Source, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(inspection.Table.RowCount, again.Table.RowCount);
        return ($"{inspection.Sheets.Name} of {string.Join(", ", inspection.Sheets.All)}", inspection.Columns[0].Name);
    }

    private static PlainTable Table(string name, int rows) => new([name, "n"], [.. Enumerable.Range(0, rows).Select(i => new object?[] { i * 1.5, $"row {i % 3}" })]);

    private static SourceInspection Inspect(TableSource source) => SourceInspection.Of(source, s_stored, TestContext.Current.CancellationToken);
}
