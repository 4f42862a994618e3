using System.Diagnostics;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Files that are cut, changed or made up: they are read or refused in words, soon, and with little memory.</summary>
public sealed class DamagedFileTests : IDisposable
{
    /// <summary>Longer with BUILDER_FUZZ_SECONDS.</summary>
    private static readonly TimeSpan s_each = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("BUILDER_FUZZ_SECONDS"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? seconds : 0.4);

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);
    private const long MostMemory = 512 << 20;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => [.. TableWriters.All.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_file_is_read_or_refused_in_words(string kind)
    {
        var random = new Random(3);
        var table = new PlainTable(["a", "b"], [.. Enumerable.Range(0, 20).Select(i => new object?[] { (double)i, $"text {i}" })]);
        var whole = TableWriters.All[kind](table);
        var until = Stopwatch.StartNew();
        for (var number = 0; number < 5 || until.Elapsed < s_each; number++)
        {
            var bytes = Change(whole, random);
            _folder.Write("damaged.bin", bytes);
            var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                SourceInspection.Of(new TableSource { Path = "damaged.bin" }, _folder.Path, TestContext.Current.CancellationToken);
            }
            catch (DataException refused)
            {
                Assert.Contains("damaged.bin", refused.Message, StringComparison.Ordinal);
            }

            Assert.True(watch.Elapsed < s_longest, $"{kind}, change {number}: {watch.Elapsed}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, $"{kind}, change {number}");
        }
    }

    private static byte[] Change(byte[] whole, Random random)
    {
        var bytes = random.Next(4) == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
        for (var i = random.Next(1, 8); i > 0 && bytes.Length > 0; i--)
        {
            var place = random.Next(bytes.Length);
            bytes[place] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => (byte)(bytes[place] ^ (1 << random.Next(8))), _ => bytes[random.Next(bytes.Length)] };
        }

        return bytes;
    }
}
