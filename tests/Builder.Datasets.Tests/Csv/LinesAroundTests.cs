using System.Text;
using Builder.Datasets.Columns;
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
    [InlineData("\nproduct,price,stock\nCup,2.5,10\nPlate,4,20\n", 3, "product,price,stock")]
    [InlineData("\n\nTable 2: prices\n\nproduct,price\nCup,2.5\nPlate,4\n", 4, "product,price")]
    [InlineData("Source: register\n\nproduct,price\nCup,2.5\nPlate,4\n", 4, "product,price")]
    [InlineData(",,\n,,\nproduct,price,\nCup,2.5,\nPlate,4,\n,,\nSource: shop,,\n", 4, "product,price")]
    [InlineData("\nproduct,shop,since,price\nCup,A,2020-01-01,2\nPlate,B,2021-01-01,4\n\ncar,year\nFiat,2001\nOpel,2002\n", 6, "product,shop,since,price")]
    public void A_second_table_below_the_first_is_none_of_its_rows(string below, int lines, string names)
    {
        var inspection = Inspect(Rows + below);
        Assert.Equal(lines, ((TableSource)inspection.Source).LinesBelow);
        Assert.Equal(["Ann", "Bob", "Cid", "Dan"], inspection.Table.Columns[0] is TextColumn people ? Enumerable.Range(0, people.Count).Select(i => people[i]) : []);
        Assert.Equal([31.0, 42, 23, 35], inspection.Table.Get<NumberColumn>("age").Values);
        Assert.Equal(names, string.Join(',', inspection.Below!.Names));
        Assert.Equal(inspection.Below, SourceInspection.Of(inspection.Source, _folder.Path, TestContext.Current.CancellationToken).Below, (a, b) => a!.Line == b!.Line && a.Names.SequenceEqual(b.Names));
        var all = File.ReadAllLines(Path.Combine(_folder.Path, ((TableSource)inspection.Source).Path));
        Assert.True(string.IsNullOrEmpty(all[inspection.Below.Line - 2].Trim(',')) || all[inspection.Below.Line - 1].StartsWith("Source", StringComparison.Ordinal));
        Assert.NotEmpty(all[inspection.Below.Line - 1].Trim(','));
    }

    [Theory]
    [InlineData("\nEve,old,Lima\nFay,33,Nice\nGil,40,Bari\n", 7)]
    [InlineData("\nEve,28,Lima\nFay,33,Nice\n", 6)]
    [InlineData("\nEve,,Lima\nFay,n/a,Nice\n", 6)]
    public void Rows_behind_a_blank_line_are_rows(string below, int rows)
    {
        var inspection = Inspect(Rows + below);
        Assert.Null(((TableSource)inspection.Source).LinesBelow);
        Assert.Equal(rows, inspection.Table.RowCount);
        Assert.Null(inspection.Below);
    }

    [Fact]
    public void A_few_lines_about_a_table_above_it_are_not_taken_for_it()
    {
        var inspection = Inspect("station,Berlin\nheight,34\nlatitude,52.5\nlongitude,13.4\n\nday,temp,rain\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"2024-01-{i:00},{i},{i % 3}\n")));
        Assert.Equal(30, inspection.Table.RowCount);
        Assert.Equal(["day", "temp", "rain"], inspection.Columns.Select(c => c.Name));
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
