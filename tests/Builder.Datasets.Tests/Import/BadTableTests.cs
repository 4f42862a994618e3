using System.Text;
using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Import;

public sealed partial class BadTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, long?, string?> Texts => new()
    {
        { "a,b\n1,2\n1,2,3\n", "table-ragged", 3, null },
        { "a,b\n1,2\n\n1\n", "table-ragged", 4, null },
        { "", "table-empty", null, null },
        { "\uFEFF", "table-empty", null, null },
        { " \n\n\r\n", "table-empty", null, null },
        { "a,b\n", "data-no-rows", null, null },
        { "a,b\n1,2\n3,\"open\n4,5\n", "table-unclosed-quote", 3, null },
        { "a,b\n\"x\ny\",2\n", "table-not-a-number", 2, "a" },
        { "a,b\n1,2\nfive,3\nsix,3\n", "table-not-a-number", 3, "a" },
        { "a,b\n-,2\n1,2\n,4\n\nten,3\neleven,3\n", "table-not-a-number", 6, "a" },
        { "c,b\n1,2\n", "data-no-such-column", null, "a" },
        { "a,b\n1,\0\n", "table-binary", null, null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_table_that_cannot_be_used_is_refused_in_words_that_name_the_place(string text, string code, long? line, string? column)
    {
        _folder.Write("t.csv", text);
        IsRefused(new TableSource { Path = "t.csv", Delimiter = "," }, code, line, column);
    }

    [Fact]
    public void The_columns_that_there_are_stand_in_the_quotation_marks_of_the_language()
    {
        _folder.Write("t.csv", "c,b\n1,2\n");

        var error = Assert.Throws<DataException>(() => Read(new TableSource { Path = "t.csv" }));

        Assert.Contains("It has: \"c\", \"b\".", error.Words.En, StringComparison.Ordinal);
        Assert.Contains("现有的列：“c”、“b”。", error.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_cells_that_are_no_numbers_are_missing_and_noted()
    {
        _folder.Write("t.csv", "a,b\n1,2\nNaN,3\n\n\"about\n5\",4\n7,1\n");
        var column = Read(new TableSource { Path = "t.csv", Missing = [""] }).Get<NumberColumn>("a");
        Assert.Equal([1, double.NaN, double.NaN, 7], column.Values);
        Assert.Equal([new(1, 3, "NaN"), new(2, 5, "about\n5")], column.Findings.Strange);
        Assert.Equal((2, 1), (column.Findings.StrangeCount, column.Findings.GapMarks));
        Assert.Same(NumberFindings.None, Read(new TableSource { Path = "t.csv", Missing = ["", "NaN", "about\n5"] }).Get<NumberColumn>("a").Findings);
    }

    [Theory]
    [InlineData("1,2\n1,{0}\n3,4\n", 3)]
    [InlineData("1,2\n1,\"{0}\"\n3,4\n", 3)]
    [InlineData("1,2\n{0},4\n", 3)]
    [InlineData("1,2\n1,\"{0}", 3)]
    [InlineData("1,2\n1,{0}", 3)]
    public void A_value_of_more_than_a_megabyte_is_refused_with_its_line(string rows, long line)
    {
        _folder.Write("t.csv", "a,b\n" + rows.Replace("{0}", new string('x', 1_000_001), StringComparison.Ordinal));
        IsRefused(new TableSource { Path = "t.csv", Delimiter = ",", Header = true }, "table-cell-too-long", line);
        _folder.Write("t.csv", "a,b\n" + rows.Replace("{0}", new string('x', 8_000_000), StringComparison.Ordinal));
        IsRefused(new TableSource { Path = "t.csv", Delimiter = ",", Header = true }, "table-cell-too-long", line);
    }

    [Fact]
    public void A_value_of_just_a_megabyte_and_a_long_line_of_short_ones_are_read()
    {
        _folder.Write("t.csv", $"a,b\n1,{new string('y', 1_000_000)}\n2,\"{new string('z', 999_998)}\"\n");
        var text = Read(new TableSource { Path = "t.csv", Delimiter = ",", Header = true });
        Assert.Equal(2, text.RowCount);
    }

    [Fact]
    public void A_hundred_thousand_columns_are_refused()
    {
        var names = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"c{i}"));
        _folder.Write("t.csv", $"{names}\n{names}\n");
        IsRefused(new TableSource { Path = "t.csv", Header = true }, "table-too-many-columns");
    }

    [Fact]
    public void A_binary_file_and_a_workbook_are_refused()
    {
        var bytes = new byte[5000];
        new Random(4).NextBytes(bytes);
        _folder.Write("t.csv", bytes);
        IsRefused(new TableSource { Path = "t.csv" }, "table-binary");
        _folder.Write("w.csv", [.. "PK"u8, 3, 4, .. bytes]);
        IsRefused(new TableSource { Path = "w.csv" }, "archive-corrupt");
    }

    [Fact]
    public void A_zero_byte_far_into_the_file_is_refused_with_its_line()
    {
        var rows = string.Concat(Enumerable.Repeat("1,2\n", 100_000));
        _folder.Write("t.csv", $"a,b\n{rows}3,\0\n{rows}");
        IsRefused(new TableSource { Path = "t.csv" }, "table-binary", 100_002);
    }

    [Fact]
    public void Characters_that_do_not_fit_the_encoding_are_refused_with_their_line()
    {
        var rows = string.Concat(Enumerable.Repeat("1,é\n", 100_000));
        _folder.Write("t.csv", [.. Encoding.UTF8.GetBytes($"a,b\n{rows}"), .. "2,"u8, 0xE9, .. "\n"u8]);
        IsRefused(new TableSource { Path = "t.csv", Encoding = "utf-8" }, "table-wrong-encoding", 100_002);
        _folder.Write("u.csv", [.. Encoding.Unicode.GetBytes("\uFEFFa,b\n1,"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("x\n")]);
        IsRefused(new TableSource { Path = "u.csv" }, "table-wrong-encoding");
    }

    [Fact]
    public void A_compressed_table_that_is_damaged_or_a_bomb_is_refused()
    {
        var path = _folder.WriteGzip("t.csv.gz", Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},{i * 7 % 1013}\n"))));
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0xFF;
        _folder.Write("t.csv.gz", bytes);
        Assert.Contains(Refused(new TableSource { Path = "t.csv.gz" }).Code, new[] { "archive-corrupt", "table-binary", "table-ragged", "table-not-a-number", "table-wrong-encoding" });

        _folder.WriteGzip("bomb.csv.gz", Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 7_500_000))));
        IsRefused(new TableSource { Path = "bomb.csv.gz" }, "archive-bomb");
    }

    [Theory]
    [InlineData("../t.csv", "data-path-outside")]
    [InlineData("/etc/hostname", "data-path-outside")]
    [InlineData("sub/../../t.csv", "data-path-outside")]
    [InlineData("", "data-path-outside")]
    [InlineData("none.csv", "data-file-missing")]
    public void A_path_out_of_the_project_or_to_nothing_is_refused(string path, string code) => IsRefused(new TableSource { Path = path }, code);

    [Fact]
    public void A_link_out_of_the_project_is_refused()
    {
        using var elsewhere = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "t.csv"), elsewhere.Write("t.csv", "a,b\n1,2\n"));
        IsRefused(new TableSource { Path = "t.csv" }, "data-path-outside");
    }

    [Fact]
    public void A_link_on_the_way_out_of_the_project_is_refused()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("t.csv", "a,b\n1,2\n");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sub"), elsewhere.Path);
        IsRefused(new TableSource { Path = "sub/t.csv" }, "data-path-outside");
    }

    [Theory]
    [InlineData("utf-7", null, null, "table-unknown-encoding")]
    [InlineData(null, "ab", null, "table-bad-delimiter")]
    [InlineData(null, "1", null, "table-bad-delimiter")]
    [InlineData(null, null, ";", "table-bad-decimal")]
    public void Impossible_settings_are_refused(string? encoding, string? delimiter, string? mark, string code)
    {
        _folder.Write("t.csv", "a,b\n1,2\n");
        IsRefused(new TableSource { Path = "t.csv", Encoding = encoding, Delimiter = delimiter, Decimal = mark }, code);
    }

    public void Dispose() => _folder.Dispose();

    private RawTable Read(TableSource source) => DataImport.Read(
        new DataSet
        {
            Id = "t",
            Source = source,
            Columns = [new() { Name = "a", Type = ColumnType.Number }, new() { Name = "b", Type = ColumnType.Text }],
        },
        _folder.Path);

    private DataException Refused(TableSource source) => Assert.Throws<DataException>(() => Read(source));

    private void IsRefused(TableSource source, string code, long? line = null, string? column = null)
    {
        var problem = Refused(source);
        Assert.Equal(code, problem.Code);
        Assert.Matches(HanCharacters(), problem.Words.Zh);
        Assert.DoesNotMatch(HanCharacters(), problem.Words.En);
        if (line is { } at)
        {
            Assert.Equal(at, problem.Place.Line);
            Assert.Contains($"line {at}", problem.Words.En, StringComparison.Ordinal);
            Assert.Contains($"第 {at} 行", problem.Words.Zh, StringComparison.Ordinal);
        }

        if (column is not null)
        {
            Assert.Equal(column, problem.Place.Column);
            Assert.Contains($"\"{column}\"", problem.Words.En, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HanCharacters();
}
