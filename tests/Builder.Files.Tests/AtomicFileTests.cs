using System.Text;

namespace Builder.Files.Tests;

public class AtomicFileTests
{
    [Fact]
    public void The_file_holds_what_was_written_and_nothing_else_is_left()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model"], "old");

        AtomicFile.Write(folder["model"], stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(folder["model"]));
        Assert.Equal([folder["model"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_file_holds_what_was_written_while_others_went_on()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model"], "old");

        await AtomicFile.WriteAsync(folder["model"], async stream =>
        {
            await Task.Yield();
            await stream.WriteAsync("new"u8.ToArray());
        });

        Assert.Equal("new", File.ReadAllText(folder["model"]));
        Assert.Equal([folder["model"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void While_writing_readers_see_the_old_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model"], "old");

        AtomicFile.Write(folder["model"], stream =>
        {
            stream.Write(new byte[3_000_000]);
            Assert.Equal("old", File.ReadAllText(folder["model"]));
        });

        Assert.Equal(3_000_000, new FileInfo(folder["model"]).Length);
    }

    [Fact]
    public async Task A_full_disk_is_told_from_other_failures_and_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model"], "old");

        var now = Assert.Throws<IOException>(() => AtomicFile.Write(folder["model"], WriteToFullDisk));
        var later = await Assert.ThrowsAsync<IOException>(() => AtomicFile.WriteAsync(folder["model"], stream =>
        {
            WriteToFullDisk(stream);
            return Task.CompletedTask;
        }));

        Assert.True(AtomicFile.IsDiskFull(now));
        Assert.True(AtomicFile.IsDiskFull(later));
        Assert.Equal("old", File.ReadAllText(folder["model"]));
        Assert.Equal([folder["model"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task An_error_of_the_writer_passes_through_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(folder["model"], _ => throw new InvalidOperationException("mine")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => AtomicFile.WriteAsync(folder["model"], _ => throw new InvalidOperationException("mine")));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_missing_folder_is_no_full_disk()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(folder["gone/model"], stream => stream.WriteByte(1)));

        Assert.False(AtomicFile.IsDiskFull(error));
    }

    [Fact]
    public void Leftovers_of_killed_writers_are_removed_and_other_files_stay()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[".0123.tmp"], "half");
        File.WriteAllText(folder["notes.tmp"], "mine");

        AtomicFile.RemoveLeftovers(folder.Path);

        Assert.Equal([folder["notes.tmp"]], Directory.GetFileSystemEntries(folder.Path));
    }

    // The device /dev/full answers every write as a full disk does.
    private static void WriteToFullDisk(Stream stream)
    {
        stream.Write("half"u8);
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
        full.Write(Encoding.ASCII.GetBytes("written"));
        full.Flush();
    }
}
