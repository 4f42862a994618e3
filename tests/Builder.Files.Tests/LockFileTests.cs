namespace Builder.Files.Tests;

public sealed class LockFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Only_one_holds_it_at_a_time()
    {
        var path = System.IO.Path.Combine(_folder.Path, "in-use.lock");
        using (var first = LockFile.TryTake(path))
        {
            Assert.NotNull(first);
            Assert.Null(LockFile.TryTake(path));
        }

        using var second = LockFile.TryTake(path);
        Assert.NotNull(second);
    }

    [Fact]
    public void It_can_go_with_its_holder()
    {
        var path = System.IO.Path.Combine(_folder.Path, "in-use.lock");
        LockFile.TryTake(path, FileOptions.DeleteOnClose)!.Dispose();

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void What_is_no_lock_s_fault_is_told() =>
        Assert.Throws<DirectoryNotFoundException>(() => LockFile.TryTake(System.IO.Path.Combine(_folder.Path, "missing", "in-use.lock")));

    public void Dispose() => _folder.Dispose();
}
