using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Numbers;

public class DurationTextTests
{
    [Theory]
    [InlineData("2h 30m", 9000)]
    [InlineData("2 h 30 min", 9000)]
    [InlineData("1 day 3 hours", 97_200)]
    [InlineData("1 day, 3 hours", 97_200)]
    [InlineData("0m 27s", 27)]
    [InlineData("1m0.5s", 60.5)]
    [InlineData("2小时30分", 9000)]
    [InlineData("1:23:45", 5025)]
    [InlineData("100:00:00", 360_000)]
    [InlineData("3:45", 225)]
    [InlineData("２小时３０分", 9000)]
    [InlineData("１：２３：４５", 5025)]
    [InlineData("١:٢٣:٤٥", 5025)]
    public void How_long_something_took_is_read_in_seconds(string text, double expected)
    {
        Assert.True(DurationText.TryParse(text, out var seconds));
        Assert.Equal(expected, seconds);
    }

    [Theory]
    [InlineData("30m 2h")]
    [InlineData("2h")]
    [InlineData("1:75:00")]
    [InlineData("1:2:3")]
    [InlineData("5 ft 3 in")]
    [InlineData("2h 30")]
    [InlineData("２ 小时")]
    [InlineData("10:00 AM")]
    [InlineData("")]
    public void What_is_none_is_refused(string text) => Assert.False(DurationText.TryParse(text, out _));

    [Fact]
    public void Minutes_beside_hours_and_minutes_are_brought_to_seconds_also_in_new_rows()
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.csv", "took,x\n2h 30m,1\n90 min,2\n1 h,3\n45 s,4\n-,5\n1h 5m,6\n");
        var inspection = SourceInspection.Of(new TableSource { Path = "t.csv" }, folder.Path, TestContext.Current.CancellationToken);
        var spec = new DataSet { Id = "data", Source = inspection.Source, Columns = [new() { Name = "took", Type = ColumnType.Number }] };
        var rows = Builder.Datasets.Import.DataImport.ReadForPrediction(spec, folder.Write("new.csv", "took\n90 min\n0:05:00\n"), ["took"], TestContext.Current.CancellationToken);

        Assert.Equal([9000, 5400, 3600, 45, double.NaN, 3900], inspection.Table.Get<NumberColumn>("took").Values);
        Assert.Equal(["s"], inspection.Table.Get<NumberColumn>("took").Findings.Units.Keys);
        Assert.Equal([5400, 300], rows.Get<NumberColumn>("took").Values);
    }
}
