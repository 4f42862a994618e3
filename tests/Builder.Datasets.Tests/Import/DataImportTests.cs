using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Import;

public sealed class DataImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly DataSet Weather = new()
    {
        Id = "w",
        Source = new TableSource { Path = "t.csv" },
        Rows = new() { Where = [new() { Column = "city", In = ["Oslo", "Rome"] }], Limit = 3 },
        Columns =
        [
            new() { Name = "t", Type = ColumnType.Number },
            new() { Name = "tomorrow", From = "t", Type = ColumnType.Number },
            new() { Name = "kind", From = "t", Type = ColumnType.Category },
        ],
        Split = new TimeSplit { By = "day" },
    };

    [Fact]
    public void Every_column_that_is_named_anywhere_is_read_and_rows_are_selected()
    {
        _folder.Write("t.csv", "day,city,t,unused\n1,Oslo,5,x\n2,Bonn,6,x\n3,Rome,7.0,x\n4,,8,x\n5,Rome,9,x\n6,Oslo,10,x\n");
        var table = DataImport.Read(Weather, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal([5, 7, 9], table.Get<NumberColumn>("t").Values);
        Assert.Equal("7.0", table.Get<TextColumn>("t")[1]);
        Assert.Equal("5", table.Get<TextColumn>("day")[2]);
        Assert.Equal("Rome", table.Get<TextColumn>("city")[1]);
        Assert.Null(table.Find<TextColumn>("unused"));
    }

    [Fact]
    public void The_fingerprint_follows_the_bytes_of_the_source()
    {
        _folder.Write("t.csv", "day,city,t\n1,Oslo,5\n");
        var first = DataImport.Read(Weather, _folder.Path, TestContext.Current.CancellationToken).Fingerprint;
        Assert.Equal(first, DataImport.Read(Weather, _folder.Path, TestContext.Current.CancellationToken).Fingerprint);
        _folder.Write("t.csv", "day,city,t\n1,Oslo,6\n");
        Assert.NotEqual(first, DataImport.Read(Weather, _folder.Path, TestContext.Current.CancellationToken).Fingerprint);
    }

    [Fact]
    public void New_rows_are_read_without_targets_and_without_selection()
    {
        var path = _folder.Write("new.csv", "city;t\nBonn;4\nOslo;5\n");
        var table = DataImport.ReadForPrediction(Weather, path, ct: TestContext.Current.CancellationToken);
        Assert.Equal([4, 5], table.Get<NumberColumn>("t").Values);
        Assert.Null(table.Find<TextColumn>("day"));
        var missing = Assert.Throws<DataException>(() =>
            DataImport.ReadForPrediction(Weather, Path.Combine(_folder.Path, "none.csv"), ct: TestContext.Current.CancellationToken));
        Assert.Equal("data-file-missing", missing.Code);
    }

    [Fact]
    public void Conditions_that_no_row_meets_are_an_error()
    {
        _folder.Write("t.csv", "day,city,t\n1,Bonn,5\n");
        Assert.Equal("data-no-rows", Assert.Throws<DataException>(() => DataImport.Read(Weather, _folder.Path, TestContext.Current.CancellationToken)).Code);
    }

    [Fact]
    public void A_running_text_is_one_row_in_any_encoding_plain_or_compressed()
    {
        var spec = new DataSet { Id = "n", Source = new TextSource { Path = "t.txt" } };
        foreach (var bytes in new byte[][] { Encoding.UTF8.GetBytes("春眠不觉晓\r\n处处闻啼鸟\r"), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("春眠不觉晓\r\n处处闻啼鸟\r")] })
        {
            _folder.Write("t.txt", bytes);
            Assert.Equal("春眠不觉晓\n处处闻啼鸟\n", DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken).Get<TextColumn>("text")[0]);
            _folder.WriteGzip("t.txt", bytes);
            Assert.Equal("春眠不觉晓\n处处闻啼鸟\n", DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken).Get<TextColumn>("text")[0]);
        }

        _folder.Write("t.txt", " \n");
        Assert.Equal("table-empty", Assert.Throws<DataException>(() => DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken)).Code);
    }

    public void Dispose() => _folder.Dispose();
}
