using System.Text;
using Builder.Training.Formats;

namespace Builder.Training.Tests.Formats;

public class SavedFileTests
{
    [Fact]
    public void A_full_disk_is_told_in_plain_words_and_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model"], "old");

        // The device /dev/full answers every write as a full disk does.
        CheckpointException error = Assert.Throws<CheckpointException>(() => SavedFile.Write(folder["model"], stream =>
        {
            stream.Write("half"u8);
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
            full.Write(Encoding.ASCII.GetBytes("written"));
            full.Flush();
        }));

        Assert.Equal("disk-full", error.Code);
        Assert.Contains("disk is full", error.Words.En, StringComparison.Ordinal);
        Assert.Contains("磁盘空间已满", error.Words.Zh, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder["model"]));
        Assert.Equal([folder["model"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_missing_folder_is_told_in_plain_words()
    {
        using var folder = new TemporaryFolder();

        CheckpointException error = Assert.Throws<CheckpointException>(() => SavedFile.Write(folder["gone/model"], stream => stream.WriteByte(1)));

        Assert.Equal("checkpoint-not-written", error.Code);
        Assert.Contains("gone/model", error.Words.En, StringComparison.Ordinal);
    }
}
