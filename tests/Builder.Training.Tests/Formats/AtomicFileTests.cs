using System.Text;
using Builder.Training.Formats;

namespace Builder.Training.Tests.Formats;

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
    public void A_full_disk_is_told_in_plain_words_and_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model"], "old");

        // The device /dev/full answers every write as a full disk does.
        CheckpointException error = Assert.Throws<CheckpointException>(() => AtomicFile.Write(folder["model"], stream =>
        {
            stream.Write("half"u8);
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
            full.Write(Encoding.ASCII.GetBytes("written"));
            full.Flush();
        }));

        Assert.Equal("disk-full", error.Code);
        Assert.Contains("disk is full", error.Text.En, StringComparison.Ordinal);
        Assert.Contains("磁盘空间已满", error.Text.Zh, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder["model"]));
        Assert.Equal([folder["model"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void An_error_of_the_writer_passes_through_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(folder["model"], _ => throw new InvalidOperationException("mine")));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_missing_folder_is_told_in_plain_words()
    {
        using var folder = new TemporaryFolder();

        CheckpointException error = Assert.Throws<CheckpointException>(() => AtomicFile.Write(folder["gone/model"], stream => stream.WriteByte(1)));

        Assert.Equal("checkpoint-not-written", error.Code);
        Assert.Contains("gone/model", error.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Leftovers_of_killed_writers_are_removed_and_other_files_stay()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[".model.0123.tmp"], "half");
        File.WriteAllText(folder["notes.tmp"], "mine");

        AtomicFile.RemoveLeftovers(folder.Path);

        Assert.Equal([folder["notes.tmp"]], Directory.GetFileSystemEntries(folder.Path));
    }
}
