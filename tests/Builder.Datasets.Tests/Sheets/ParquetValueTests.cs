using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Parquet;
using Parquet.Schema;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Parquet that another program wrote, packed in every usual way, see tests/golden/sheets.</summary>
public sealed class ParquetValueTests
{
    private const int Rows = 24;

    [Theory]
    [InlineData("plain")]
    [InlineData("snappy")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public void Values_of_all_kinds_are_read_however_they_are_packed(string packing)
    {
        var table = SourceInspection.Of(new TableSource { Path = $"{packing}.parquet" }, Path.Combine(AppContext.BaseDirectory, "Sheets"), TestContext.Current.CancellationToken).Table;
        double[] Numbers(string name) => table.Get<NumberColumn>(name).Values;
        string?[] Texts(string name) => [.. Enumerable.Range(0, Rows).Select(row => table.Get<TextColumn>(name)[row])];

        Assert.Equal("number whole small kind word flag moment day list", string.Join(' ', table.Columns.Select(c => c.Name)));
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => i % 7 == 3 ? double.NaN : i * 1.25), Numbers("number"));
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => 9_000_000_000.0 + i), Numbers("whole"));
        Assert.Equal(Enumerable.Range(-5, Rows).Select(i => (double)i), Numbers("small"));
        Assert.Equal(["red", "green", "blue", "red"], Texts("kind").Take(4));
        Assert.Equal(["größe 0", "größe 1", null, "größe 3"], Texts("word").Take(4));
        Assert.Equal(["true", "false"], Texts("flag").Take(2));
        Assert.Equal(["2024-01-01 13:30:00", "2024-01-02 13:30:00"], Texts("moment").Take(2));
        Assert.Equal(["2024-02-01", "2024-02-02"], Texts("day").Take(2));
        Assert.Equal([null, "1; 2", "2; 3"], Texts("list").Take(3));
    }

    [Fact]
    public async Task Decimals_keep_their_digits()
    {
        using var folder = new TemporaryFolder();
        var field = new DecimalDataField("amount", 20, 4, isNullable: true);
        await using (var stream = File.Create(Path.Combine(folder.Path, "d.parquet")))
        {
            await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), stream, cancellationToken: TestContext.Current.CancellationToken);
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<decimal>(field, (decimal?[])[12345.6789m, null, -0.5m, 1000m], cancellationToken: TestContext.Current.CancellationToken);
        }

        var read = SourceInspection.Of(new TableSource { Path = "d.parquet" }, folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal([12345.6789, double.NaN, -0.5, 1000], read.Table.Get<NumberColumn>("amount").Values);
    }

    /// <summary>Only the day on which spreadsheets begin to count stands for none.</summary>
    [Fact]
    public async Task Moments_of_long_ago_keep_their_day()
    {
        using var folder = new TemporaryFolder();
        var field = new DateTimeDataField("born", DateTimeFormat.DateAndTime);
        await using (var stream = File.Create(Path.Combine(folder.Path, "d.parquet")))
        {
            await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), stream, cancellationToken: TestContext.Current.CancellationToken);
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<DateTime>(
                field, (DateTime[])[new(1850, 5, 4, 10, 30, 0, DateTimeKind.Utc), new(1899, 12, 29, 8, 0, 0, DateTimeKind.Utc), new(1950, 1, 2, 9, 15, 0, DateTimeKind.Utc)],
                cancellationToken: TestContext.Current.CancellationToken);
        }

        var read = SourceInspection.Of(new TableSource { Path = "d.parquet" }, folder.Path, TestContext.Current.CancellationToken).Table.Get<TextColumn>("born");
        Assert.Equal(["1850-05-04 10:30:00", "1899-12-29 08:00:00", "1950-01-02 09:15:00"], Enumerable.Range(0, read.Count).Select(row => read[row]));
    }
}
