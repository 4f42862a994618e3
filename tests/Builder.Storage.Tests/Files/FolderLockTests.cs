using Builder.Storage.Files;

namespace Builder.Storage.Tests.Files;

public sealed class FolderLockTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("builder-lock-").FullName;

    [Fact]
    public async Task A_server_that_starts_while_the_one_before_is_still_ending_gets_the_folder()
    {
        var folder = new DataFolder(_home);
        var before = FolderLock.Take(folder);
        var next = Task.Run(() => FolderLock.Take(folder), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        before.Dispose();
        using var taken = await next;

        Assert.Equal("FolderInUse", Assert.Throws<StorageException>(() => FolderLock.Take(folder)).Code);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
