using Builder.Datasets.Archives;

namespace Builder.Datasets.Tests.Archives;

public sealed class BoundedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void A_file_up_to_the_limit_is_read_whole(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        var path = _folder.Write("a.bin", bytes);

        Assert.Equal(bytes, BoundedFile.Read(path, 200_000));
    }

    [Fact]
    public void A_larger_file_is_not_read() => Assert.Null(BoundedFile.Read(_folder.Write("a.bin", new byte[200_001]), 200_000));

    [Fact]
    public void A_device_that_never_ends_is_given_up_at_the_limit()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(BoundedFile.Read("/dev/zero", 1 << 20));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    public void Dispose() => _folder.Dispose();
}
