using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Csv;

/// <summary>Lines that have fewer values than the table has columns, and lines of names that have fewer or more than the rows.</summary>
public sealed class ShortRowsTests : IDisposable
{
    private const int Width = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The oracle is the same table with the values that lack written as empty ones; files reach over several blocks.</summary>
    [Theory]
    [InlineData(40, "\n", ',')]
    [InlineData(40, "\r\n", ';')]
    [InlineData(900, "\n", '\t')]
    [InlineData(30_000, "\r\n", ',')]
    public void A_row_that_is_cut_short_is_read_as_if_its_last_values_were_empty(int rows, string end, char separator)
    {
        var random = new Random(rows);
        for (var number = 0; number < (rows > 1000 ? 1 : 12); number++)
        {
            var (cut, full, shorts, line) = (new StringBuilder(), new StringBuilder(), new List<(int Row, long Line)>(), 2L);
            foreach (var text in new[] { cut, full })
            {
                text.AppendJoin(separator, Enumerable.Range(0, Width).Select(i => $"c{i}")).Append(end);
            }

            for (var row = 0; row < rows; row++)
            {
                string[] cells = [.. Enumerable.Range(0, Width).Select(i => Cell(random, row + i, separator))];
                cells[0] = cells[0].Length == 0 ? "x" : cells[0];

                // What stands alone in a last line may be a remark.
                var has = random.Next(20) == 0 && row > 0 && row < rows - 12 && shorts.Count < rows / 12 ? random.Next(1, Width) : Width;
                cells = has < Width ? [.. cells.Take(has).Select(c => c.Contains('\n', StringComparison.Ordinal) || c.Length == 0 ? "x" : c), .. Enumerable.Repeat("", Width - has)] : cells;
                if (has < Width)
                {
                    shorts.Add((row, line));
                }

                cut.AppendJoin(separator, cells.Take(has)).Append(end);
                full.AppendJoin(separator, cells).Append(end);
                line += 1 + cells.Sum(c => c.Count(symbol => symbol == '\n'));
            }

            _folder.Write("cut.csv", cut.ToString());
            _folder.Write("full.csv", full.ToString());
            var (read, expected) = (Inspect("cut.csv"), Inspect("full.csv"));

            Assert.Null(expected.ShortRows);
            Assert.Equal(shorts.Select(s => s.Row), read.ShortRows?.Rows ?? []);
            Assert.Equal(shorts.Count == 0 ? null : shorts[0].Line, read.ShortRows?.Line);
            AssertAlike(expected.Table, read.Table);
            var spec = new DataSet { Id = "data", Source = read.Source, Columns = read.Columns };
            AssertAlike(expected.Table, DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken));
            AssertAlike(expected.Table, DataImport.ReadForPrediction(spec, Path.Combine(_folder.Path, "cut.csv"), ct: TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("a,b\n", "{0},x{0},{1}\n", "column 1 a b", 0)]
    [InlineData("a,b,c\n", "{0},x{0},{1},\n", "a b c column 4", 0)]
    [InlineData("a,b,c,\n", "{0},x{0},{1}\n", "a b c column 4", 0)]
    [InlineData("a,b,c,,\n", "{0},x{0},{1}\n", "a b c column 4 column 5", 0)]
    [InlineData("a,b\n", "{0},x{0},{1},7\n", "a b column 3 column 4", 0)]
    public void A_line_of_names_may_have_fewer_or_more_separators_than_the_rows(string names, string row, string expected, int first)
    {
        _folder.Write("t.csv", names + string.Concat(Enumerable.Range(0, 30).Select(i => row.Replace("{0}", $"{i}", StringComparison.Ordinal).Replace("{1}", $"{i % 7}", StringComparison.Ordinal))));
        var inspection = Inspect("t.csv");

        Assert.Equal((expected, 30), (string.Join(' ', inspection.Columns.Select(c => c.Name)), inspection.Table.RowCount));
        Assert.Equal(first, Assert.IsType<NumberColumn>(inspection.Table.Columns[0]).Values[0]);
        Assert.Null(inspection.ShortRows);
    }

    /// <summary>Where many lines differ, the separator is the wrong one or quotes are missing: that is refused with its line, as is a line with too many values.</summary>
    [Theory]
    [InlineData("a,b,c\n1,2,3\n1,2\n1,2,3\n1\n", 3)]
    [InlineData("a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2,3\n", 12)]
    public void What_is_no_single_slip_is_refused_with_its_line(string text, long line)
    {
        _folder.Write("t.csv", text);
        var refused = Assert.Throws<DataException>(() => Inspect("t.csv"));
        Assert.Equal(("table-ragged", line), (refused.Code, (long)refused.Place.Line!));
    }

    /// <summary>A quote that is never closed makes a row of several lines, which is never taken for a short one.</summary>
    [Fact]
    public void Rows_that_a_quote_joins_are_not_filled_up()
    {
        _folder.Write("t.csv", "a,b,c\n" + string.Concat(Enumerable.Range(0, 40).Select(i => i == 20 ? "\"never closed,1,2\n" : i == 30 ? "\"closed\"\n" : $"t{i},{i},{i % 3}\n")));
        var inspection = Inspect("t.csv");

        Assert.Equal((40, 22), (inspection.Table.RowCount, (int)inspection.UnclosedQuotes!.Line));
        Assert.Equal([30], inspection.ShortRows!.Rows);
    }

    /// <summary>A line of one value below twenty thousand names would become twenty kilobytes, and its cells twenty thousand.</summary>
    [Fact]
    public void Filling_up_has_a_limit()
    {
        var names = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"c{i}"));
        var row = string.Join(',', Enumerable.Repeat("1", 20_000));
        _folder.Write("t.csv", names + "\n" + string.Concat(Enumerable.Repeat(row + "\n", 7)) + string.Concat(Enumerable.Repeat("1\n", 100_000)));

        Assert.Equal("table-ragged", Assert.Throws<DataException>(() => Inspect("t.csv")).Code);
    }

    private static string Cell(Random random, int seed, char separator) => random.Next(8) switch
    {
        0 => "",
        1 => $"\"q{separator}{seed}\"",
        2 => $"\"two\nlines {seed % 50}\"",
        3 => $"\"it says \"\"{seed % 9}\"\"\"",
        4 => $"{seed % 100}",
        _ => $"w{seed % 40}",
    };

    private SourceInspection Inspect(string name) => SourceInspection.Of(new TableSource { Path = name }, _folder.Path, TestContext.Current.CancellationToken);

    private static void AssertAlike(RawTable expected, RawTable actual)
    {
        foreach (var column in expected.Columns)
        {
            var other = actual.Columns.Single(c => c.Name == column.Name);
            Assert.Equal(Enumerable.Range(0, column.Count).Select(row => Text(column, row)), Enumerable.Range(0, other.Count).Select(row => Text(other, row)));
        }
    }

    private static string? Text(RawColumn column, int row) => column is NumberColumn numbers ? $"{numbers.Values[row]:R}" : ((TextColumn)column)[row];
}
