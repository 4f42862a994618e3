using System.Diagnostics;
using System.Text;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Small files that ask for much more than they hold: read or refused in words, soon, and with memory in proportion.</summary>
public sealed class ExplodingFileTests : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    // All that is taken on the way, most of which is given back at once.
    private const long MostAllocated = 3L << 30;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_cell_of_a_page_that_spans_a_million_columns_and_rows() =>
        Within("page.html", "<table><tr><th>a<th>b</tr><tr><td colspan=1000000 rowspan=1000000>1<td>2</tr><tr><td>3<td>4</tr></table>");

    [Fact]
    public void Many_cells_of_a_page_that_each_span_a_thousand() => Assert.Equal("table-too-many-columns", Refused(
        "page.html", "<table><tr><td>a</tr><tr>" + string.Concat(Enumerable.Repeat("<td colspan=1000>", 50_000)) + "</tr></table>"));

    [Fact]
    public void Many_rows_of_a_page_that_each_span_a_thousand() => Assert.Equal("sheet-too-many-cells", Refused(
        "page.html", "<table>" + string.Concat(Enumerable.Repeat("<tr><td colspan=1000>x<td>y</tr>", 60_000)) + "</table>"));

    [Theory]
    [InlineData("div", "sheet-nested")]
    [InlineData("div/", "sheet-nested")]
    [InlineData("b", "sheet-nested")]
    [InlineData("x-y", "sheet-nested")]
    [InlineData("table><tr><td", "sheet-no-table")]
    [InlineData("tr><td><b>1<td><div>2", null)]
    [InlineData("p>2<br", null)]
    public void A_page_that_is_nested_without_end_is_refused_and_one_of_many_rows_is_not(string element, string? code) => Assert.Equal(code, Refused(
        "page.html", $"<table><tr><th>a<th>b</tr><tr><td>1<td>{string.Concat(Enumerable.Repeat($"<{element}>", 60_000))}</tr><tr><td>3<td>4</tr></table>"));

    [Fact]
    public void Json_that_is_nested_without_end() => Assert.Equal("sheet-json", Refused(
        "deep.json", "[{\"a\":1},{\"a\":" + new string('[', 100_000) + new string(']', 100_000) + "}]"));

    [Fact]
    public void Json_of_more_fields_than_a_table_has_columns() => Assert.Equal("table-too-many-columns", Refused(
        "wide.jsonl", string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{{\"k{i}\":1}}\n"))));

    [Fact]
    public void A_sheet_with_a_cell_far_away() => Assert.Equal("sheet-too-many-cells", Refused("far.xlsx", TableWriters.Xlsx(
        ("Data", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"))));

    [Fact]
    public void A_workbook_that_unpacks_to_a_hundred_times_its_size()
    {
        var text = new string('x', 30_000);
        var rows = string.Concat(Enumerable.Range(1, 3_000).Select(r => $"<row r=\"{r}\"><c t=\"inlineStr\"><is><t>{text}</t></is></c><c><v>{r}</v></c></row>"));
        Within("large.xlsx", TableWriters.Xlsx(("Data", $"<sheetData>{rows}</sheetData>")));
    }

    [Fact]
    public void Gzip_that_unpacks_to_a_thousand_times_its_size()
    {
        _folder.WriteGzip("bomb.csv.gz", Encoding.ASCII.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("0,0\n", 20_000_000))));
        Assert.Equal("archive-bomb", Refused("bomb.csv.gz"));
    }

    private void Within(string name, string text) => Within(name, Encoding.UTF8.GetBytes(text));

    private void Within(string name, byte[] bytes)
    {
        _folder.Write(name, bytes);
        Outcome(name);
    }

    private string? Refused(string name, string text) => Refused(name, Encoding.UTF8.GetBytes(text));

    private string? Refused(string name, byte[] bytes)
    {
        _folder.Write(name, bytes);
        return Outcome(name);
    }

    private string? Refused(string name) => Outcome(name);

    /// <summary>The code with which a file is refused; null where it is read.</summary>
    private string? Outcome(string name)
    {
        var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        string? code = null;
        try
        {
            SourceInspection.Of(new TableSource { Path = name }, _folder.Path, TestContext.Current.CancellationToken);
        }
        catch (DataException refused)
        {
            code = refused.Code;
            Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        }

        Assert.True(watch.Elapsed < s_longest, $"{name}: {watch.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated, $"{name}: {(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MB");
        return code;
    }
}
