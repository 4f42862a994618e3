using Builder.Datasets.Readings;

namespace Builder.Datasets.Tests.Readings;

/// <summary>A large file that is opened again and again is read whole once, and again as soon as it may be another.</summary>
public sealed class FileHashesTests : IDisposable
{
    private static readonly DateTime s_longAgo = DateTime.UtcNow - TimeSpan.FromHours(1);

    private readonly TemporaryFolder _folder = new();
    private int _hashed;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_has_lain_for_a_while_is_hashed_once()
    {
        var path = Write(1, s_longAgo);
        Assert.Equal([1, 1, 1], [Hash(path), Hash(path), Hash(path)]);
    }

    [Fact]
    public void A_file_that_was_written_just_now_is_hashed_each_time()
    {
        var path = Write(1, DateTime.UtcNow);
        Assert.Equal([1, 2, 3], [Hash(path), Hash(path), Hash(path)]);
    }

    [Fact]
    public void Another_content_length_or_time_is_another_file()
    {
        var path = Write(1, s_longAgo);
        Hash(path);

        // Its time is set back, as programs that unpack and copy do.
        Write(2, s_longAgo);
        Assert.Equal(2, Hash(path));
        Write(2, s_longAgo - TimeSpan.FromMinutes(1));
        Assert.Equal(3, Hash(path));
        File.AppendAllText(path, "x");
        File.SetLastWriteTimeUtc(path, s_longAgo - TimeSpan.FromMinutes(1));
        Assert.Equal(4, Hash(path));
        Assert.Equal(4, Hash(path));
    }

    [Fact]
    public void A_small_file_is_always_read()
    {
        var path = _folder.Write("small", "few bytes");
        File.SetLastWriteTimeUtc(path, s_longAgo);
        Assert.Equal([1, 2], [Hash(path), Hash(path)]);
    }

    private int Hash(string path)
    {
        FileHashes.Of(path, () => $"{++_hashed}");
        return _hashed;
    }

    private string Write(byte content, DateTime written)
    {
        var bytes = new byte[3 << 20];
        Array.Fill(bytes, content);
        var path = _folder.Write("large", bytes);
        File.SetLastWriteTimeUtc(path, written);
        return path;
    }
}
