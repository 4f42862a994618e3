using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>A first column that holds several in one, as Eurostat writes them.</summary>
public sealed class KeyColumnTests : IDisposable
{
    private const string Names = "freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(Names + "A,PC,DE\t1 \t2 \nA,EUR,FR\t3 \t4 \n")]
    [InlineData("freq,unit,geo\t2020\t2021\r\nA,PC,DE\t1\t2\r\nA,EUR,FR\t3\t4\r\n")]
    [InlineData("\uFEFF" + Names + "\nA,PC,DE\t1\t2\nA,EUR,FR\t3\t4")]
    public void It_is_taken_apart_into_columns_of_those_names(string text)
    {
        var inspection = Inspect(text);
        Assert.Equal(["freq", "unit", "geo", "2020", "2021"], inspection.Table.Columns.Select(c => c.Name));
        Assert.Equal(["freq", "unit", "geo"], inspection.Keys);
        Assert.Equal(("A", "EUR", "FR"), (Text(inspection.Table, "freq", 1), Text(inspection.Table, "unit", 1), Text(inspection.Table, "geo", 1)));
        Assert.Equal([2.0, 4.0], inspection.Table.Get<NumberColumn>("2021").Values);

        var again = SourceInspection.Of(inspection.Source, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal((true, "FR"), (((TableSource)again.Source).SplitsKeys, Text(again.Table, "geo", 1)));
    }

    [Theory]
    [InlineData("city,country\tx\nBerlin\t1\nParis\t2\n")]
    [InlineData("name, first\tx\nDoe, Ann\t1\nRoe, Bob\t2\n")]
    [InlineData("name,first\tx\nDoe\t1\nRoe,Bob\t2\n")]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("1,5\t2\n1,7\t3\n1,8\t4\n")]
    public void What_has_no_keys_stays_as_it_is(string text) => Assert.Empty(Inspect(text).Keys);

    [Fact]
    public void A_row_that_lacks_a_key_has_a_gap_there()
    {
        var table = Inspect(Names + string.Concat(Enumerable.Range(0, 30).Select(i => i == 7 ? "A,PC\t1\t2\n" : i == 9 ? "A,PC,DE,x\t1\t2\n" : $"A,PC,X{i}\t1\t2\n"))).Table;
        Assert.Equal((null, "X8", "DE,x"), (Text(table, "geo", 7), Text(table, "geo", 8), Text(table, "geo", 9)));
        Assert.Equal(30, table.RowCount);
    }

    [Fact]
    public void Documents_that_know_it_as_one_column_and_whoever_wants_it_so_keep_it()
    {
        const string Rows = "A,PC,DE\t1\t2\nA,EUR,FR\t3\t4\n";
        Assert.Equal("freq,unit,geo\\TIME_PERIOD", Inspect(Names + Rows, new TableSource { Path = "t.tsv", Delimiter = "\t" }).Table.Columns[0].Name);
        Assert.Equal("freq,unit,geo\\TIME_PERIOD", Inspect(Names + Rows, new TableSource { Path = "t.tsv", SplitsKeys = false }).Table.Columns[0].Name);
    }

    [Fact]
    public void New_rows_are_taken_apart_where_the_training_file_was()
    {
        var source = Inspect(Names + "A,PC,DE\t1\t2\nA,EUR,FR\t3\t4\n").Source;
        var spec = new DataSet { Id = "data", Source = source, Columns = [new() { Name = "unit", Type = ColumnType.Category }, new() { Name = "2020", Type = ColumnType.Number }] };
        foreach (var text in new[] { Names + "A,EUR,IT\t5\t6\n", "unit;2020\nEUR;5\n" })
        {
            var rows = DataImport.ReadForPrediction(spec, _folder.Write("new.tsv", text), ["unit", "2020"], TestContext.Current.CancellationToken);
            Assert.Equal(("EUR", 5.0), (Text(rows, "unit", 0), rows.Get<NumberColumn>("2020").Values[0]));
        }

        var old = spec with { Source = new TableSource { Path = "t.tsv", Delimiter = "\t" }, Columns = [new() { Name = "keys", From = "freq,unit,geo\\TIME_PERIOD", Type = ColumnType.Category }] };
        Assert.Equal("A,EUR,IT", Text(DataImport.ReadForPrediction(old, _folder.Write("old.tsv", Names + "A,EUR,IT\t5\t6\n"), ["keys"], TestContext.Current.CancellationToken), "freq,unit,geo\\TIME_PERIOD", 0));
    }

    public void Dispose() => _folder.Dispose();

    private SourceInspection Inspect(string text, TableSource? source = null)
    {
        _folder.Write("t.tsv", text);
        return SourceInspection.Of(source ?? new TableSource { Path = "t.tsv" }, _folder.Path, TestContext.Current.CancellationToken);
    }

    private static string? Text(RawTable table, string column, int row) => table.Get<TextColumn>(column)[row];
}
