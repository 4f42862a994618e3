using System.Globalization;
using System.Text;
using Builder.Datasets.Readings;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Profiles;
using Builder.Datasets.Text;
using Builder.Graph.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Csv;

public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Any_table_that_is_written_is_read_back_the_same()
    {
        var count = 0;
        Prop.ForAll(Tables().ToArbitrary(), table =>
        {
            var path = _folder.Write($"{count++}.csv", table.ToBytes());
            var source = new TableSource { Path = path, Delimiter = table.Delimiter.ToString(), Header = true, Encoding = "utf-8", Missing = [] };
            var read = ReadTexts(source, path);
            Assert.Equal(table.Cells[0], read.Select(c => c.Name));
            for (var column = 0; column < read.Length; column++)
            {
                Assert.Equal(table.Cells.Skip(1).Select(row => row[column]), Enumerable.Range(0, read[column].Count).Select(r => read[column][r]!));
            }
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));
    }

    [Fact]
    public void Numbers_that_any_style_writes_are_read_back_the_same()
    {
        var random = new Random(20261129);
        var ct = TestContext.Current.CancellationToken;
        string[] groups = ["", ",", ".", "'", "\u00A0", "\u202F", " "];
        string[] units = ["", "$", "EUR ", "¥", "{0} €", "{0} kg", "{0}%"];
        for (var i = 0; i < 1500; i++)
        {
            var point = random.Next(2) == 0 ? "." : ",";
            var group = groups[random.Next(groups.Length)];
            var unit = units[random.Next(units.Length)];
            if (group == point)
            {
                continue;
            }

            var (delimiter, encoding, digits) = (";\t|,"[random.Next(4)], random.Next(2) == 0 ? "utf-8" : "utf-16le", random.Next(1, 4));
            var format = new NumberFormatInfo { NumberDecimalSeparator = point, NumberGroupSeparator = group };
            var values = Enumerable.Range(0, 30).Select(_ => Math.Round((random.NextDouble() - 0.3) * Math.Pow(10, random.Next(2, 8)), digits)).ToArray();
            var gaps = Enumerable.Range(0, 30).Where(_ => random.Next(12) == 0).ToDictionary(row => row, _ => new[] { "", "-", "n/a", "#N/A", "TBD", "无" }[random.Next(6)]);
            var cells = values.Select((v, row) => gaps.GetValueOrDefault(row) ?? Dressed(unit, v.ToString("N" + digits, format))).ToArray();
            var text = $"name{delimiter}value\n" + string.Concat(cells.Select((c, row) => $"row {row}{delimiter}\"{c}\"\n"));
            _folder.Write("styles.csv", [.. TextEncoding.Find(encoding)!.GetPreamble(), .. TextEncoding.Find(encoding)!.GetBytes(text)]);

            var inspection = SourceInspection.Of(new TableSource { Path = "styles.csv" }, _folder.Path, ct);
            var read = Assert.IsType<NumberColumn>(inspection.Table.Columns[1]);

            var expected = values.Select((v, row) => gaps.ContainsKey(row) ? double.NaN : v);
            Assert.True(expected.SequenceEqual(read.Values), $"{unit} {point} {group} {delimiter} {encoding}: {string.Join(" | ", cells)} became {string.Join(" | ", read.Values)}");
            Assert.Equal(gaps.Count(g => g.Value.Length > 0 && !TableSource.UsualMissing.Contains(g.Value)), read.Findings.StrangeCount);
        }

        static string Dressed(string unit, string number) => unit.Contains("{0}", StringComparison.Ordinal)
            ? unit.Replace("{0}", number, StringComparison.Ordinal)
            : unit.Length > 0 && number[0] == '-' ? "-" + unit + number[1..] : unit + number;
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_kind_of_line_end_is_read_with_or_without_one_at_the_end(string end)
    {
        foreach (var last in new[] { "", end, end + end })
        {
            var path = _folder.Write("t.csv", $"a,b{end}1,x{end}{end}2.5,y{last}");
            var (numbers, texts) = ReadTwo(path);
            Assert.Equal([1, 2.5], numbers.Values);
            Assert.Equal(["x", "y"], All(texts));
        }
    }

    [Fact]
    public void Quotes_keep_separators_line_ends_spaces_and_doubled_quotes()
    {
        var path = _folder.Write("t.csv", "a,b\n\"1\",\"x, \"\"y\"\"\nz \"\n2, plain \n3,5\"\" pipe\n");
        var (numbers, texts) = ReadTwo(path);
        Assert.Equal([1, 2, 3], numbers.Values);
        Assert.Equal(["x, \"y\"\nz ", "plain", "5\"\" pipe"], All(texts));
    }

    /// <summary>Each copy once asked for all copies before it: 5,000 columns took 700 MB and seconds.</summary>
    [Fact]
    public void Thousands_of_columns_of_one_name_are_told_apart_without_asking_for_all_copies_before()
    {
        const int Columns = 5_000;
        _folder.Write("t.csv", $"{string.Join(',', Enumerable.Repeat("a", Columns))},a (7)\n{string.Concat(Enumerable.Repeat("1,", Columns))}1\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reading = TableReading.Open(new() { Path = "t.csv" }, Path.Combine(_folder.Path, "t.csv"));

        Assert.Equal(["a", "a (2)", "a (3)"], reading.Names.Take(3));
        Assert.Equal(Columns + 1, reading.Names.Distinct().Count());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
    }

    [Fact]
    public void A_table_of_many_blocks_is_read_like_a_small_one_even_with_lines_longer_than_a_block()
    {
        var text = new StringBuilder("a,b\n");
        var random = new Random(3);
        var expected = new List<(double, string)>();
        for (var row = 0; row < 20_000; row++)
        {
            var value = Math.Round(random.NextDouble() * 1000, 3);
            var word = row == 7_000 ? new string('w', 500_000) : "w" + random.Next(50);
            expected.Add((value, word));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{value},\"{word}\"\n");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        foreach (var path in new[] { _folder.Write("t.csv", bytes), _folder.WriteGzip("t.csv.gz", bytes) })
        {
            var (numbers, texts) = ReadTwo(path);
            Assert.Equal(expected.Select(e => e.Item1), numbers.Values);
            Assert.Equal(expected.Select(e => e.Item2), Enumerable.Range(0, texts.Count).Select(r => texts[r]!));
        }
    }

    [Fact]
    public void Missing_markers_are_missing_in_numbers_and_texts_even_where_they_look_like_numbers()
    {
        var path = _folder.Write("t.csv", "a,b\n1,x\n,\n-999,NA\n \"NA\" ,?\n-999.5,z\n");
        var source = new TableSource { Path = path, Missing = ["", "NA", "-999", "?", "\"NA\""] };
        var (numbers, texts) = ReadTwo(path, source);
        Assert.Equal([1, double.NaN, double.NaN, double.NaN, -999.5], numbers.Values);
        Assert.Equal(new string?[] { "x", null, null, null, "z" }, All(texts));
    }

    [Fact]
    public void Names_that_are_empty_or_occur_twice_become_unique()
    {
        var path = _folder.Write("t.csv", "a,,a,a\n1,2,3,4\n");
        var source = new TableSource { Path = path };
        Assert.Equal(["a", "column 2", "a (2)", "a (3)"], new CsvTable(path, CsvFormatDetection.Detect(source, path)).ReadNames());
    }

    [Fact]
    public void A_row_limit_stops_reading_before_what_comes_after_it()
    {
        var path = _folder.Write("t.csv", "a,b\n1,x\n2,y\n3,z\n");
        var table = new CsvTable(path, CsvFormatDetection.Detect(new TableSource { Path = path }, path));
        var read = table.Read([new("a", 0, true)], 2, limit: 2, ct: TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], ((NumberColumn)read[0]).Values);
    }

    public void Dispose() => _folder.Dispose();

    private static (NumberColumn Numbers, TextColumn Texts) ReadTwo(string path, TableSource? source = null)
    {
        var table = new CsvTable(path, CsvFormatDetection.Detect(source ?? new TableSource { Path = path }, path));
        Assert.Equal(["a", "b"], table.ReadNames());
        var read = table.Read([new("a", 0, true), new("b", 1, false)], 2);
        return ((NumberColumn)read[0], (TextColumn)read[1]);
    }

    private static IEnumerable<string?> All(TextColumn column) => Enumerable.Range(0, column.Count).Select(r => column[r]);

    private static TextColumn[] ReadTexts(TableSource source, string path)
    {
        var table = new CsvTable(path, CsvFormatDetection.Detect(source, path));
        var names = table.ReadNames();
        return [.. table.Read([.. names.Select((n, i) => new ColumnRequest(n, i, false))], names.Length).Cast<TextColumn>()];
    }

    private static Gen<WrittenTable> Tables() =>
        from width in Gen.Choose(1, 5)
        from height in Gen.Choose(0, 12)
        from delimiter in Gen.Elements(',', ';', '\t', '|')
        from end in Gen.Elements("\n", "\r\n")
        from cells in Gen.ArrayOf(Gen.ArrayOf(Cell(), width), height)
        select new WrittenTable(delimiter, end, [.. new[] { Enumerable.Range(0, width).Select(i => $"n{i}").ToArray() }, .. cells]);

    private static Gen<string> Cell() =>
        Gen.ArrayOf(Gen.Elements("a", "7", ".", " ", "\"", ",", ";", "\t", "|", "\n", "\r\n", "é", "中", "😀", new string('x', 70)))
            .Select(string.Concat);

    private sealed record WrittenTable(char Delimiter, string End, string[][] Cells)
    {
        public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Concat(Cells.Select(row => string.Join(Delimiter, row.Select(Write)) + End)));

        private string Write(string cell) =>
            cell.Length == 0 || cell != cell.Trim() || cell.AsSpan().ContainsAny("\"\n\r") || cell.Contains(Delimiter, StringComparison.Ordinal)
                ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : cell;
    }
}
