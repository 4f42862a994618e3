using System.Text;
using Builder.Datasets.Csv;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Csv;

/// <summary>Lines of a file that stand above or below its table.</summary>
public sealed class LinesAroundTests : IDisposable
{
    private const string Rows = "name,age,city\nAnn,31,Rome\nBob,42,Oslo\nCid,23,Bonn\nDan,35,Kyiv\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Source: city register\n", 1)]
    [InlineData("\n\"Source: city register, 2023\"\n\n", 1)]
    [InlineData("Remarks follow,,\n(ages in years),,\n", 2)]
    [InlineData("(4 rows affected)", 1)]
    [InlineData("来源：市政登记\n", 1)]
    [InlineData("Eve,28,\"Lima\nof the east\n\"\n", 0)]
    [InlineData("Eve,28,\"Lima\nof the east\"\nSource: register\n", 1)]
    [InlineData("Eve,28,Lima\n", 0)]
    [InlineData("Eve,,\n", 0)]
    [InlineData("", 0)]
    public void Remarks_below_a_table_are_no_rows(string below, int lines)
    {
        var inspection = Inspect(Rows + below);
        Assert.Equal(lines == 0 ? null : lines, ((TableSource)inspection.Source).LinesBelow);
        Assert.Equal(below.StartsWith("Eve", StringComparison.Ordinal) ? 5 : 4, inspection.Table.RowCount);
    }

    [Theory]
    [InlineData("Sales of the year,,\n", 1)]
    [InlineData("Sales of the year,,\n,,\n", 2)]
    [InlineData("Sales\n\n", 1)]
    [InlineData("", 0)]
    public void Titles_that_a_spreadsheet_filled_up_with_empty_fields_are_no_rows(string above, int lines)
    {
        var inspection = Inspect(above + Rows);
        Assert.Equal(lines, ((TableSource)inspection.Source).LinesAbove ?? 0);
        Assert.Equal(["name", "age", "city"], inspection.Columns.Select(c => c.Name));
        Assert.Equal([ColumnType.Number], inspection.Columns.Where(c => c.Name == "age").Select(c => c.Type));
    }

    [Fact]
    public void A_first_row_with_one_value_is_no_title_where_no_names_follow()
    {
        Assert.Equal(0, Detect("Ann,,\nBob,42,Oslo\nCid,23,Bonn\n").LinesAbove);
        Assert.Equal(0, Detect("a,,\n1,2,3\n4,5,6\n").LinesAbove);
    }

    [Fact]
    public void A_column_that_is_mostly_alone_is_not_taken_for_remarks()
    {
        var sparse = "note,x,y\n" + string.Concat(Enumerable.Range(0, 30).Select(i => i % 5 == 0 ? $"seen twice: {i},1,2\n" : $"seen once: {i},,\n"));
        Assert.Equal(0, Detect(sparse).LinesBelow);
    }

    [Fact]
    public void Someone_may_say_how_many_lines_stand_below_and_none_of_them_is_read()
    {
        const string below = "Total,131,\nSum,131,\n\n";
        Assert.Equal(6, Inspect(Rows + below).Table.RowCount);
        var told = SourceInspection.Of(new TableSource { Path = Name(Rows + below), LinesBelow = 2 }, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(4, told.Table.RowCount);
        var refused = Assert.Throws<DataException>(() => SourceInspection.Of(new TableSource { Path = Name(Rows), LinesBelow = 9 }, _folder.Path, TestContext.Current.CancellationToken));
        Assert.Equal("table-all-skipped", refused.Code);
    }

    /// <summary>Whatever the length of the file and its encoding: the same rows as without the remark.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(60_000)]
    public void The_end_of_a_table_is_found_in_files_of_any_length_and_encoding(int rows)
    {
        var table = "name,age,city\r\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"Zoë {i},{i % 90},Malmö\r\n"));
        foreach (var encoding in new[] { TextEncoding.Utf8, TextEncoding.Utf16LittleEndian })
        {
            var bytes = TextEncoding.Find(encoding)!.GetBytes("\uFEFF" + table + "\r\nSource: register\r\n");
            var inspection = Inspect(bytes);
            Assert.Equal((rows, 1), (inspection.Table.RowCount, ((TableSource)inspection.Source).LinesBelow));
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(",,\r\n")]
    public void Thousands_of_blank_lines_below_cost_no_memory(string line)
    {
        var text = Rows + string.Concat(Enumerable.Repeat(line, 20_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(4, Inspect(text).Table.RowCount);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
    }

    [Fact]
    public void A_preview_shows_names_and_rows_as_they_are_written()
    {
        _folder.Write("t.csv", "Register 2023\n" + Rows + "Source: register\n");
        var preview = TablePreview.Of(new TableSource { Path = "t.csv" }, _folder.Path, 3);
        Assert.Equal((1, 1, ",", true), (preview.Source.LinesAbove, preview.Source.LinesBelow, preview.Source.Delimiter, preview.Source.Header));
        Assert.Equal(["name", "age", "city"], preview.Names);
        Assert.Equal(["Ann,31,Rome", "Bob,42,Oslo", "Cid,23,Bonn"], preview.Rows.Select(r => string.Join(',', r)));

        var other = TablePreview.Of(new TableSource { Path = "t.csv", Delimiter = ";", LinesAbove = 0, LinesBelow = 0, Header = false }, _folder.Path, 2);
        Assert.Equal(["column 1"], other.Names);
        Assert.Equal(["Register 2023", "name,age,city"], other.Rows.Select(r => string.Join('|', r)));
    }

    public void Dispose() => _folder.Dispose();

    private string Name(string text)
    {
        _folder.Write("t.csv", text);
        return "t.csv";
    }

    private SourceInspection Inspect(string text) => Inspect(Encoding.UTF8.GetBytes(text));

    private SourceInspection Inspect(byte[] bytes)
    {
        _folder.Write("t.csv", bytes);
        return SourceInspection.Of(new TableSource { Path = "t.csv" }, _folder.Path, TestContext.Current.CancellationToken);
    }

    private CsvFormat Detect(string text)
    {
        var path = _folder.Write("t.csv", text);
        return CsvFormatDetection.Detect(new TableSource { Path = path }, path);
    }
}
