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

    private static readonly DataSet Grouped = Unnamed with
    {
        Source = new TableSource { Path = "g.csv", Header = new TableHeader(2, 1) },
        Columns = [new() { Name = "2023 Q2", Type = ColumnType.Number }, new() { Name = "2024 Q1", Type = ColumnType.Number }, new() { Name = "sold", Type = ColumnType.Category }],
    };

    /// <summary>A model that was trained on names in two lines and units takes rows with the same head, without units, and with its names in one line.</summary>
    [Theory]
    [InlineData(",2023,,2024,\nRegion,Q1,Q2,Q1,Q2\n,kg,kg,t,t\nNorth,1,2,3,4\nSouth,5,6,7,8\n")]
    [InlineData(",2023,,2024,\nRegion,Q1,Q2,Q1,Q2\n,kg,kg,t,t\nNorth,1,2,3,4\n")]
    [InlineData(",2023,,2024,\nRegion,Q1,Q2,Q1,Q2\nNorth,1,2,3,4\nSouth,5,6,7,8\n")]
    [InlineData("Region;2024 Q1;2023 Q2\nNorth;3;2\nSouth;7;6\n")]
    [InlineData("Region;2024 Q1;2023 Q2\n;t;kg\nNorth;3;2\n")]
    [InlineData("2024 Q1,2023 Q2\n3,2\n")]
    public void Names_of_several_lines_are_found_in_whatever_lines_the_rows_have_them(string content)
    {
        var table = Read(Grouped, "new.csv", content, "2023 Q2", "2024 Q1");
        Assert.Equal(2, table.Get<NumberColumn>("2023 Q2").Values[0]);
        Assert.Equal(3, table.Get<NumberColumn>("2024 Q1").Values[0]);
        Assert.Equal(content.Contains("South", StringComparison.Ordinal) ? 2 : 1, table.RowCount);
    }

    /// <summary>One new row alone does not tell what its K is: the training file does.</summary>
    [Theory]
    [InlineData(true, 850_000.0)]
    [InlineData(false, 850.0)]
    [InlineData(null, 850.0)]
    public void A_new_row_is_multiplied_where_the_training_file_is(bool? are, double views)
    {
        var source = new TableSource { Path = "v.csv", Header = true };
        var spec = Unnamed with { Source = are is { } said ? source.WithMagnitudes("views", said) : source, Columns = [new() { Name = "views", Type = ColumnType.Number }] };
        Assert.Equal([views], Read(spec, "new.csv", "views,x\n850K,1\n", "views").Get<NumberColumn>("views").Values);
    }

    /// <summary>Lines below the names that the training file lacks are found in a file that has them; a row of wrong cells is not taken for one.</summary>
    [Theory]
    [InlineData("weight,temp,sold\nkg,°C,\n3,4,yes\n5,6,no\n", 3, 0)]
    [InlineData("name,weight,temp\n-,(kg),[°C]\nA,3,4\n", 3, 0)]
    [InlineData("sold;temp;weight\nvarchar(20);float64;int64\nyes;4;3\n", 3, 0)]
    [InlineData("weight,temp\n------,----\n3,4\n", 3, 0)]
    [InlineData("weight,temp\nkg,°C\nvarchar,float\n3,4\n", 3, 0)]
    [InlineData("weight,temp\nheavy,hot\n3,4\n", double.NaN, 1)]
    [InlineData("weight,temp\n3,4\n5,6\n", 3, 0)]
    [InlineData("2023,,weight,temp\n3,4,3,4\n", 3, 0)]
    public void Units_that_the_training_file_lacks_are_no_row(string content, double weight, int strange)
    {
        var spec = Unnamed with
        {
            Source = new TableSource { Path = "m.csv", Header = true },
            Columns = [new() { Name = "weight", Type = ColumnType.Number }, new() { Name = "temp", Type = ColumnType.Number }, new() { Name = "sold", Type = ColumnType.Category }],
        };
        var numbers = Read(spec, "new.csv", content, "weight", "temp").Get<NumberColumn>("weight");
        Assert.Equal((weight, strange), (numbers.Values[0], numbers.Findings.StrangeCount));
    }

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
