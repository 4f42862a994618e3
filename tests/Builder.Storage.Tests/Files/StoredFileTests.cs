using Builder.Storage.Files;

namespace Builder.Storage.Tests.Files;

public sealed class StoredFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("builder-atomic-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_replaced_as_a_whole_and_nothing_else_is_left()
    {
        var path = Path.Combine(_folder, "deep", "file.json");
        await StoredFile.WriteAsync(path, "old"u8.ToArray(), Stop);
        await StoredFile.WriteAsync(path, "new"u8.ToArray(), Stop);
        Assert.Equal("new", await File.ReadAllTextAsync(path, Stop));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task A_write_that_fails_half_way_leaves_the_older_file_as_it_was()
    {
        var path = Path.Combine(_folder, "file.json");
        await StoredFile.WriteAsync(path, "old"u8.ToArray(), Stop);
        await Assert.ThrowsAsync<StorageException>(() => StoredFile.WriteAsync(path, new BreakingStream(), Stop));
        Assert.Equal("old", await File.ReadAllTextAsync(path, Stop));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void A_copy_of_a_folder_follows_no_links()
    {
        var from = Directory.CreateDirectory(Path.Combine(_folder, "from")).FullName;
        File.WriteAllText(Path.Combine(from, "a.txt"), "a");
        File.CreateSymbolicLink(Path.Combine(from, "link"), "/etc/hostname");
        Folders.Copy(from, Path.Combine(_folder, "to"), ct: Stop);
        Assert.Equal(["a.txt"], Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "to")).Select(Path.GetFileName));
        Assert.Equal(1, Folders.Size(from));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class BreakingStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            destination.Write("half"u8);
            throw new IOException("the line is gone");
        }
    }
}
