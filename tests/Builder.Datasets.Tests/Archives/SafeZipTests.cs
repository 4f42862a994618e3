using System.IO.Compression;
using Builder.Datasets.Archives;

namespace Builder.Datasets.Tests.Archives;

public sealed class SafeZipTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("../evil.png")]
    [InlineData("a/../../evil.png")]
    [InlineData("..\\evil.png")]
    [InlineData("/etc/evil.png")]
    [InlineData("\\evil.png")]
    [InlineData("C:/evil.png")]
    public void An_entry_that_leads_out_of_the_archive_is_refused(string entry) =>
        Assert.Equal("archive-unsafe-path", Refused(zip => Add(zip, entry, [1])).Code);

    [Fact]
    public void A_symbolic_link_is_refused()
    {
        var problem = Refused(zip => Add(zip, "a/link.png", "/etc/passwd"u8.ToArray()).ExternalAttributes = unchecked((int)0xA1FF0000));
        Assert.Equal("archive-symbolic-link", problem.Code);
        Assert.Contains("a/link.png", problem.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_unpacks_to_a_thousand_times_its_size_is_refused_before_it_is_unpacked()
    {
        var problem = Refused(zip => Add(zip, "a/b.png", new byte[20_000_000]));
        Assert.Equal("archive-bomb", problem.Code);
    }

    [Fact]
    public void What_announces_more_than_ten_gigabytes_is_refused()
    {
        var problem = Assert.Throws<DataException>(() => UnpackLimits.Check("a.zip", 1_000_000_000, 10_000_000_001));
        Assert.Equal("archive-too-large", problem.Code);
    }

    [Fact]
    public void An_entry_that_announces_less_than_it_holds_is_refused()
    {
        var path = Make(zip => Add(zip, "a/b.png", Enumerable.Range(0, 5000).Select(i => (byte)(i * 7)).ToArray()));
        var bytes = File.ReadAllBytes(path);
        var central = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(central + 24), 100);
        File.WriteAllBytes(path, bytes);
        using var zip = SafeZip.Open(path);
        Assert.Equal("archive-corrupt", Assert.Throws<DataException>(() => zip.Read(0)).Code);
    }

    [Fact]
    public void A_file_that_is_cut_short_or_is_no_archive_is_refused()
    {
        var bytes = File.ReadAllBytes(Make(zip => Add(zip, "a/b.png", [1, 2, 3])));
        foreach (var path in new[] { _folder.Write("cut.zip", bytes[..^10]), _folder.Write("none.zip", "PK\u0003\u0004 nothing") })
        {
            Assert.Equal("archive-corrupt", Assert.Throws<DataException>(() => SafeZip.Open(path).Dispose()).Code);
        }
    }

    [Fact]
    public void An_ordinary_archive_is_read_file_by_file()
    {
        var path = Make(zip =>
        {
            zip.CreateEntry("a/");
            Add(zip, "a/one.txt", "one"u8.ToArray());
            Add(zip, "b..c/two.txt", "two"u8.ToArray());
        });
        using var zip = SafeZip.Open(path);
        Assert.Equal(["a/one.txt", "b..c/two.txt"], zip.Names);
        Assert.Equal("two"u8.ToArray(), zip.Read(1));
    }

    public void Dispose() => _folder.Dispose();

    private static ZipArchiveEntry Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        using var stream = entry.Open();
        stream.Write(bytes);
        return entry;
    }

    private string Make(Action<ZipArchive> fill)
    {
        var path = Path.Combine(_folder.Path, "t.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        fill(zip);
        return path;
    }

    private DataException Refused(Action<ZipArchive> fill)
    {
        var path = Make(fill);
        return Assert.Throws<DataException>(() => SafeZip.Open(path).Dispose());
    }
}
