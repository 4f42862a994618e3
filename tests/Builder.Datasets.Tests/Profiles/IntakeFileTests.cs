using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Profiles;

/// <summary>Files as people bring them, see tests/golden/intake: whatever they are, their cells are read.</summary>
public sealed class IntakeFileTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Intake");

    [Theory]
    [InlineData("a-1252-header", "windows-1252", "Größe Preis Verkauft", "nein", 1)]
    [InlineData("c-1251", "windows-1251", "город цена продано", "Казань Москва Омск", 0)]
    [InlineData("d-sjis", "shift-jis", "name price label", "みかん りんご テスト", 0)]
    [InlineData("g-euckr", "euc-kr", "도시 가격 결과", "대구 부산 서울", 0)]
    [InlineData("k-utf16", "utf-16le", "Größe Preis Verkauft", "ja nein", 2)]
    [InlineData("f-late-latin1", "windows-1252", "a b town", "Lyon Orléans", 2)]
    public void The_encoding_is_found_by_the_words_it_makes(string file, string encoding, string names, string texts, int column)
    {
        var inspection = Inspect($"R08-encodings/{file}.csv");

        Assert.Equal(encoding, Assert.IsType<TableSource>(inspection.Source).Encoding);
        Assert.Equal(names, string.Join(' ', inspection.Columns.Select(c => c.Name)));
        if (inspection.Table.Columns[column] is TextColumn found)
        {
            Assert.Equal(texts, string.Join(' ', found.Entries.Order(StringComparer.Ordinal)));
        }

        AssertReadAlike(inspection);
    }

    [Theory]
    [InlineData("R14-ending/commas.txt", "a b y", 61, "yes", null)]
    [InlineData("R14-ending/tabs.csv", "a b y", 76, "no", null)]
    [InlineData("R14-ending/values.data", "a b y", 46, "yes", null)]
    [InlineData("R14-ending/weka.arff", "a b y", 8, "no", null)]
    [InlineData("R14-ending/two-tables.zip", "a b y", 95, "no", "train.csv")]
    [InlineData("R14-ending/table.csv.zip", "a b y", 95, "no", null)]
    [InlineData("X13-json-lines/events.jsonl", "age city bought", 31, "no", null)]
    public void The_content_of_a_file_says_what_it_is(string file, string names, double first, string last, string? sheet)
    {
        var inspection = Inspect(file);

        Assert.Equal(names, string.Join(' ', inspection.Columns.Select(c => c.Name)));
        Assert.Equal(first, Assert.IsType<NumberColumn>(inspection.Table.Columns[0]).Values[0]);
        Assert.Equal(last, Assert.IsType<TextColumn>(inspection.Table.Columns[2])[0]);
        Assert.Equal(sheet, Assert.IsType<TableSource>(inspection.Source).Sheet);
        AssertReadAlike(inspection);
    }

    [Theory]
    [InlineData("R14-ending/really-xlsx.csv")]
    [InlineData("R17-workbooks/book.xlsx")]
    public void A_workbook_is_read_whatever_it_is_called(string file)
    {
        var inspection = Inspect(file);
        Assert.Equal([1, 2, 3], inspection.Table.Get<NumberColumn>("column 1").Values[..3]);
        Assert.Equal([2, 4, 6], inspection.Table.Get<NumberColumn>("column 2").Values[..3]);
        AssertReadAlike(inspection);
    }

    [Fact]
    public void A_damaged_file_of_a_known_kind_is_refused_in_words() =>
        Assert.Equal("sheet-damaged", Assert.Throws<DataException>(() => Inspect("R17-workbooks/data.parquet")).Code);

    [Fact]
    public void Each_line_can_be_one_text()
    {
        var inspection = Inspect(new TableSource { Path = "R37-long-short/lines.txt", Layout = TableLayout.Lines });
        Assert.Equal("text", Assert.Single(inspection.Columns).Name);
        Assert.Equal("review 0: this was bad 😀", inspection.Table.Get<TextColumn>("text")[0]);
        AssertReadAlike(inspection);
    }

    [Theory]
    [InlineData("backslash", "5\" screw", 3)]
    [InlineData("inch", "3\" nail", 0)]
    [InlineData("inch-end", "pipe 10\"", 0)]
    public void Inch_marks_are_kept_however_they_are_written(string file, string item, int row)
    {
        var inspection = Inspect($"R15-quotes/{file}.csv");

        Assert.Equal(item, inspection.Table.Get<TextColumn>("item")[row]);
        Assert.Equal(file == "backslash" ? QuoteStyle.Backslash : null, Assert.IsType<TableSource>(inspection.Source).Quotes);
        Assert.DoesNotContain(double.NaN, inspection.Table.Get<NumberColumn>("n").Values);
        AssertReadAlike(inspection);
    }

    [Fact]
    public void Line_breaks_and_separators_inside_quotes_belong_to_the_text()
    {
        var inspection = Inspect("R15-quotes/embedded.csv");
        Assert.Equal("a;\n\"b\" it is bad thing, really number 0\r\nend", inspection.Table.Get<TextColumn>("text")[0]);
        Assert.Equal(["bad", "good"], inspection.Table.Get<TextColumn>("label").Entries);
        AssertReadAlike(inspection);
    }

    [Theory]
    [InlineData("R15-quotes/unclosed.csv", 6002, "\"never closed")]
    [InlineData("X15-quote-unclosed/notes.csv", 202, "\"never closed note")]
    public void A_quote_that_is_never_closed_is_told_with_its_line_and_joins_no_rows(string file, int line, string text)
    {
        var inspection = Inspect(file);

        Assert.Equal(new UnclosedQuotes(line, 1), inspection.UnclosedQuotes);
        Assert.Equal(QuoteStyle.OneLine, Assert.IsType<TableSource>(inspection.Source).Quotes);
        Assert.Equal(text, inspection.Table.Get<TextColumn>("text")[line - 2]);
        Assert.Equal(File.ReadAllLines(Path.Combine(s_folder, file)).Length - 1, inspection.Table.RowCount);
        AssertReadAlike(inspection);

        // Whoever wants quotes to mean what they usually do is told where one is missing.
        var refused = Assert.Throws<DataException>(() => Inspect(new TableSource { Path = file, Quotes = QuoteStyle.Doubled }));
        Assert.Equal(("table-unclosed-quote", line), (refused.Code, (int)refused.Place.Line!));
        Assert.StartsWith(text, Inspect(new TableSource { Path = file, Quotes = QuoteStyle.Ordinary }).Table.Get<TextColumn>("text")[line - 2], StringComparison.Ordinal);
    }

    private static SourceInspection Inspect(string file) => Inspect(new TableSource { Path = file });

    private static SourceInspection Inspect(TableSource source) => SourceInspection.Of(source, s_folder, TestContext.Current.CancellationToken);

    /// <summary>Training and predictions see the cells that the Data page shows.</summary>
    private static void AssertReadAlike(SourceInspection inspection)
    {
        var source = (TableSource)inspection.Source;
        var spec = new DataSet { Id = "data", Source = source, Columns = inspection.Columns };
        var trained = DataImport.Read(spec, s_folder, TestContext.Current.CancellationToken);
        var predicted = DataImport.ReadForPrediction(spec, Path.Combine(s_folder, source.Path), ct: TestContext.Current.CancellationToken);
        foreach (var column in inspection.Table.Columns)
        {
            Assert.Equal(Cells(column), Cells(trained.Columns.Single(c => c.Name == column.Name)));
            Assert.Equal(Cells(column), Cells(predicted.Columns.Single(c => c.Name == column.Name)));
        }
    }

    private static object?[] Cells(RawColumn column) => column is NumberColumn numbers
        ? [.. numbers.Values.Select(v => (object)v.ToString("R", System.Globalization.CultureInfo.InvariantCulture))]
        : [.. Enumerable.Range(0, column.Count).Select(row => ((TextColumn)column)[row])];
}
