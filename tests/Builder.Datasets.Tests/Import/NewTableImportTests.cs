using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Import;

public sealed class NewTableImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // As definitions of words: topic, word, definition, without a header.
    private static readonly DataSet Unnamed = new()
    {
        Id = "definitions",
        Source = new TableSource { Path = "t.tsv", Delimiter = "\t", Header = false },
        Columns =
        [
            new() { Name = "definition", From = "column 3", Type = ColumnType.Text },
            new() { Name = "topic", From = "column 1", Type = ColumnType.Category },
        ],
    };

    private static readonly DataSet Named = Unnamed with
    {
        Source = new TableSource { Path = "t.csv" },
        Columns = [new() { Name = "text", Type = ColumnType.Text }, new() { Name = "topic", Type = ColumnType.Category }],
    };

    private static readonly DataSet Numbers = Unnamed with
    {
        Source = new TableSource { Path = "n.csv", Header = false },
        Columns =
        [
            new() { Name = "target", From = "column 1", Type = ColumnType.Number },
            new() { Name = "wide", From = "column 4", Type = ColumnType.Number },
            new() { Name = "high", From = "column 2", Type = ColumnType.Number },
        ],
    };

    [Theory]
    [InlineData("my.txt", "a large, feline animal\nof \"forests\"\n", "a large, feline animal\nof \"forests\"")]
    [InlineData("note", "\"Never closed, this quote", "\"Never closed, this quote")]
    [InlineData("my.txt", "column", "column")]
    [InlineData("my.txt", "definition\na big cat\n", "a big cat")]
    [InlineData("my.csv", "definition\na big cat\n", "a big cat")]
    [InlineData("my.csv", "definition,topic\na big cat,\n", "a big cat")]
    [InlineData("my.csv", "column 3\na big cat\n", "a big cat")]
    [InlineData("my.tsv", "a big cat\n", "a big cat")]
    [InlineData("my.tsv", "\t\ta big cat\n", "a big cat")]
    [InlineData("my.tsv", "animal\tcat\ta big cat\n", "a big cat")]
    public void A_text_is_found_however_it_comes(string file, string content, string text)
    {
        var table = Read(Unnamed, file, content, "definition");
        Assert.Equal(1, table.RowCount);
        Assert.Equal(text, table.Get<TextColumn>("column 3")[0]);
    }

    [Fact]
    public void Each_row_of_a_table_of_texts_is_one_and_the_first_is_not_taken_for_a_header()
    {
        var table = Read(Unnamed, "my.csv", "a big cat\na small town\na big cat\n", "definition");
        Assert.Equal(["a big cat", "a small town", "a big cat"], Enumerable.Range(0, 3).Select(row => table.Get<TextColumn>("column 3")[row]));
    }

    [Theory]
    [InlineData("my.txt", "Where is my parcel?\nIt is late, again.", "Where is my parcel?\nIt is late, again.")]
    [InlineData("my.txt", "text,topic\nWhere?,\n", "Where?")]
    [InlineData("my.csv", "text\nWhere?\n", "Where?")]
    public void So_it_is_where_the_columns_have_names(string file, string content, string text) =>
        Assert.Equal(text, Assert.Single(Texts(Read(Named, file, content, "text"))));

    [Fact]
    public void A_table_that_lacks_the_text_is_not_taken_for_one() =>
        Assert.Equal("data-no-such-column", Assert.Throws<DataException>(() => Read(Named, "my.csv", "words\nWhere?\n", "text")).Code);

    [Theory]
    [InlineData("8,9\n")]
    [InlineData("1,8,3,9\n")]
    [InlineData(",8,,9\n")]
    [InlineData("high,wide\n8,9\n")]
    [InlineData("wide,high\n9,8\n")]
    public void Without_names_the_columns_that_the_model_reads_may_come_alone_in_their_order(string content)
    {
        var table = Read(Numbers, "n.csv", content, "wide", "high");
        Assert.Equal([8], table.Get<NumberColumn>("column 2").Values);
        Assert.Equal([9], table.Get<NumberColumn>("column 4").Values);
    }

    [Fact]
    public void Too_few_columns_are_not_guessed_at() =>
        Assert.Equal("data-no-such-column", Assert.Throws<DataException>(
            () => Read(Numbers with { Columns = [Numbers.Columns[1]] }, "n.csv", "8,9\n", "wide")).Code);

    public void Dispose() => _folder.Dispose();

    private RawTable Read(DataSet spec, string file, string content, params string[] inputs) =>
        DataImport.ReadForPrediction(spec, _folder.Write(file, content), inputs, TestContext.Current.CancellationToken);

    private static IEnumerable<string?> Texts(RawTable table) => Enumerable.Range(0, table.RowCount).Select(row => table.Get<TextColumn>("text")[row]);
}
