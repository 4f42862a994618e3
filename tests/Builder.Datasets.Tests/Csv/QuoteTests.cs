using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Csv;

/// <summary>What quotes mean, whatever the values hold.</summary>
public sealed class QuoteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(QuoteStyle.Doubled)]
    [InlineData(QuoteStyle.Backslash)]
    [InlineData(QuoteStyle.OneLine)]
    [InlineData(QuoteStyle.Ordinary)]
    public void Any_texts_are_read_back_as_the_style_wrote_them(QuoteStyle style)
    {
        var random = new Random(41);
        for (var number = 0; number < 200; number++)
        {
            var (delimiter, rows) = (",;\t|"[random.Next(4)], random.Next(1, 40));
            var cells = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, 3).Select(_ => Text(random, style, delimiter)).ToArray()).ToArray();
            var text = string.Concat(cells.Select(row => string.Join(delimiter, row.Select(c => Written(c, style))) + (random.Next(2) == 0 ? "\n" : "\r\n")));
            _folder.Write("t.csv", $"a{delimiter}b{delimiter}c\n" + text);

            var source = new TableSource { Path = "t.csv", Delimiter = delimiter.ToString(), Header = true, Encoding = "utf-8", LinesAbove = 0, LinesBelow = 0, Missing = [], Quotes = style };
            var table = new CsvTable(Path.Combine(_folder.Path, "t.csv"), CsvFormatDetection.Detect(source, Path.Combine(_folder.Path, "t.csv")));
            var read = table.Read([.. Enumerable.Range(0, 3).Select(i => new ColumnRequest("abc"[i].ToString(), i, IsNumber: false))], 3, ct: TestContext.Current.CancellationToken).Cast<TextColumn>().ToArray();
            Assert.Equal(cells.SelectMany(row => row), Enumerable.Range(0, read[0].Count).SelectMany(row => read.Select(c => c[row]!)));
        }
    }

    [Theory]
    [InlineData("item,n\n\"5\\\" nail\",1\n\"pipe, 2\\\"\",2\n\"bolt\",3\n", QuoteStyle.Backslash)]
    [InlineData("path,n\n\"C:\\\",1\n\"D:\\data\\\",2\n", QuoteStyle.Doubled)]
    [InlineData("text,n\n\"say \"\"yes\"\"\",1\n\"a\\\\b\",2\n", QuoteStyle.Doubled)]
    [InlineData("item,n\n5\\\" nail,1\nbolt,2\n", QuoteStyle.Doubled)]
    public void Quotes_with_a_backslash_are_told_from_texts_that_end_with_one(string text, QuoteStyle expected)
    {
        var path = _folder.Write("t.csv", text);
        Assert.Equal(expected, CsvFormatDetection.Detect(new TableSource { Path = path }, path).Quotes);
    }

    [Theory]
    [InlineData("quoted", "\"a {0}\",{0}\n")]
    [InlineData("plain", "a {0},{0}\n")]
    [InlineData("inches", "{0}\" nail,{0}\n")]
    public void An_unclosed_quote_anywhere_in_a_long_file_joins_no_rows(string name, string row)
    {
        var random = new Random(name.Length);
        for (var number = 0; number < 12; number++)
        {
            var rows = random.Next(3, 12_000);
            var at = random.Next(rows);
            var lines = Enumerable.Range(0, rows).Select(i => i == at ? $"\"never closed,{i}\n" : string.Format(System.Globalization.CultureInfo.InvariantCulture, row, i));
            _folder.Write("u.csv", "text,n\n" + string.Concat(lines));

            var inspection = SourceInspection.Of(new TableSource { Path = "u.csv" }, _folder.Path, TestContext.Current.CancellationToken);
            Assert.Equal(new UnclosedQuotes(at + 2, 1), inspection.UnclosedQuotes);
            Assert.Equal(rows, inspection.Table.RowCount);
            Assert.Equal("\"never closed", inspection.Table.Get<TextColumn>("text")[at]);
            Assert.Equal(Enumerable.Range(0, rows).Select(i => (double)i), inspection.Table.Get<NumberColumn>("n").Values);
        }
    }

    private static string Written(string text, QuoteStyle style) => style switch
    {
        QuoteStyle.Ordinary => text,
        QuoteStyle.Backslash => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        _ => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
    };

    private static string Text(Random random, QuoteStyle style, char delimiter)
    {
        var letters = style switch { QuoteStyle.Ordinary => "ab\"é 北\\", QuoteStyle.OneLine => $"ab\"é{delimiter} \\", _ => $"ab\"é{delimiter}\n \\" };
        var text = new StringBuilder("x");
        for (var length = random.Next(0, 12); length > 0; length--)
        {
            text.Append(letters[random.Next(letters.Length)]);
        }

        return text.Append('y').ToString();
    }
}
