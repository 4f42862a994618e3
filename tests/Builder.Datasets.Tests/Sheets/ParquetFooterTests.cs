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

    /// <summary>Counts of rows and values are replaced one after another by 2⁴⁰; each file is refused soon, and with little memory.</summary>
    [Fact]
    public void Counts_that_no_file_of_this_size_holds_are_refused_at_once()
    {
        var whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sheets", "plain.parquet"));
        var length = BitConverter.ToInt32(whole, whole.Length - 8);
        var footer = whole.Length - 8 - length;

        // 24 rows are a varint of one byte, 48 in zigzag.
        int[] places = [.. Enumerable.Range(footer, length).Where(i => whole[i] == 48)];
        Assert.NotEmpty(places);
        foreach (var place in places)
        {
            byte[] changed = [.. whole.AsSpan(0, place), 0x80, 0x80, 0x80, 0x80, 0x80, 0x40, .. whole.AsSpan(place + 1, whole.Length - 8 - place - 1), .. BitConverter.GetBytes(length + 5), .. "PAR1"u8];
            var path = _folder.Write("t.parquet", changed);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                TableReading.Open(new TableSource { Path = path }, path, ct: TestContext.Current.CancellationToken).Dispose();
            }
            catch (DataException refused)
            {
                Assert.Contains("t.parquet", refused.Message, StringComparison.Ordinal);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
        }
    }

    /// <summary>Each byte of the headers of all pages is replaced by one that makes of it the largest number of its length: the library would take gigabytes for some.</summary>
    [Theory]
    [InlineData("plain.parquet")]
    [InlineData("snappy.parquet")]
    [InlineData("gzip.parquet")]
    [InlineData("zstd.parquet")]
    public void A_page_that_announces_more_than_it_holds_takes_no_memory(string name)
    {
        var whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sheets", name));
        var most = 0L;

        // The first page begins behind the mark; more bytes in its header would move all others.
        for (var place = 4; place < 40; place++)
        {
            byte[] changed = [.. whole];
            changed.AsSpan(place, 4).Fill(0xFF);
            changed[place + 4] = 0x0F;
            var path = _folder.Write("t.parquet", changed);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                TableReading.Open(new TableSource { Path = path }, path, ct: TestContext.Current.CancellationToken).Dispose();
            }
            catch (DataException refused)
            {
                Assert.Contains("t.parquet", refused.Message, StringComparison.Ordinal);
            }

            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(most, 0, 200_000_000);
    }

    public void Dispose() => _folder.Dispose();
}
