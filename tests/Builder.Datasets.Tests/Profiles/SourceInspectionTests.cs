using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Profiles;

public sealed class SourceInspectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void An_unknown_table_gets_types_with_reasons_and_its_format_filled_in()
    {
        var rows = Enumerable.Range(1, 40).Select(i =>
            $"{i};K{i:D4};{i * 0.5:F1};{i % 2};{i % 3};{(i % 2 == 0 ? "rain" : "sun")};{i % 28 + 1}.{i % 12 + 1}.2020;Some words about number {i};{(i == 30 ? "none" : "5")}".Replace('.', ','));
        _folder.Write("t.csv", "row;customer_key;weight;smoker;class;weather;day;remark;odd\n" + string.Join('\n', rows.Select(r => FixDate(r))) + "\n");
        var inspection = SourceInspection.Of(new TableSource { Path = "t.csv" }, _folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                ColumnType.Id, ColumnType.Id, ColumnType.Number, ColumnType.Category, ColumnType.Category, ColumnType.Category, ColumnType.Date,
                ColumnType.Text, ColumnType.Number,
            ],
            inspection.Columns.Select(c => c.Type));
        Assert.All(inspection.Types, t => Assert.NotEqual(t.Reason.En, t.Reason.Zh));
        var source = Assert.IsType<TableSource>(inspection.Source);
        Assert.Equal((";", ",", "utf-8", true), (source.Delimiter, source.Decimal, source.Encoding, source.Header));
        Assert.Equal(["1", "K0001", "0.5", "1", "1", "sun"], inspection.Sample(3)[0].Take(6));
        Assert.Equal(40, inspection.Table.RowCount);
    }

    [Fact]
    public async Task A_file_that_is_written_meanwhile_is_read_whole_or_not_at_all()
    {
        string Table(int rows) => "size,kind\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{rows},kind {rows}\n"));
        var path = _folder.Write("t.csv", Table(500));
        using var done = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                File.WriteAllText(path, Table(400 + (i % 2 * 200)));
            }
        }, CancellationToken.None);
        for (var i = 0; i < 300; i++)
        {
            try
            {
                var table = SourceInspection.Of(new TableSource { Path = "t.csv", Header = true }, _folder.Path, TestContext.Current.CancellationToken).Table;
                var sizes = table.Columns[0] is NumberColumn numbers ? numbers.Values : [];

                // The last line may be cut where the writer rests; no line is put together from two files.
                Assert.All(sizes.SkipLast(1).Select((size, row) => $"kind {size}" == table.Get<TextColumn>("kind")[row] ? null : $"{size} beside {table.Get<TextColumn>("kind")[row]}"), Assert.Null);
            }
            catch (DataException)
            {
                // Told in words: the file was cut at that moment.
            }
        }

        await done.CancelAsync();
        await writer;
        _folder.Write("t.csv", Table(500));
        Assert.Equal(500, SourceInspection.Of(new TableSource { Path = "t.csv" }, _folder.Path, TestContext.Current.CancellationToken).Table.RowCount);
    }

    [Fact]
    public void Pictures_are_inspected_without_decoding_them()
    {
        _folder.Write("set/a/1.png", "not really a picture");
        _folder.Write("set/b/2.png", "nor this one");
        var inspection = SourceInspection.Of(new PicturesSource { Path = "set" }, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(ColumnType.Picture, inspection.Columns.Single(c => c.Name == "picture").Type);
        Assert.Equal("a", inspection.Table.Get<TextColumn>("class")[0]);
    }

    public void Dispose() => _folder.Dispose();

    private static string FixDate(string row)
    {
        var fields = row.Split(';');
        fields[6] = fields[6].Replace(',', '.');
        return string.Join(';', fields);
    }
}
