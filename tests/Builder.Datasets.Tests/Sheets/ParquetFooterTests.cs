using Builder.Datasets.Readings;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

public sealed class ParquetFooterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A list of two billion structures in a footer of eight bytes, over which a reader could sit for minutes.</summary>
    [Fact]
    public void A_footer_that_announces_more_than_it_holds_is_refused_at_once()
    {
        byte[] footer = [0x19, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0];
        var path = _folder.Write("t.parquet", [.. "PAR1"u8, .. footer, .. BitConverter.GetBytes(footer.Length), .. "PAR1"u8]);

        var refused = Assert.Throws<DataException>(() => TableReading.Open(new TableSource { Path = path }, path, ct: TestContext.Current.CancellationToken));
        Assert.Contains("t.parquet", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
