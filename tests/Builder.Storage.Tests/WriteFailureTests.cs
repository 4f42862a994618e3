using System.Diagnostics;
using Builder.Storage.Database;
using Builder.Storage.Files;

namespace Builder.Storage.Tests;

public sealed class WriteFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("builder-failures-").FullName;

    [Theory]
    [InlineData(28, "DiskFull")]
    [InlineData(122, "DiskFull")]
    [InlineData(30, "ReadOnlyDisk")]
    [InlineData(13, "NotAllowed")]
    [InlineData(17, "NameTaken")]
    [InlineData(20, "NameTaken")]
    [InlineData(36, "NameTooLong")]
    [InlineData(5, "NotSaved")]
    public void Each_reason_of_the_system_has_words_of_its_own(int errno, string code)
    {
        var told = StorageProblems.NotSaved(new InvalidOperationException("outside", new IOException("inside", errno)));
        Assert.Equal(code, told.Code);
        Assert.NotEqual(told.Words.En, told.Words.Zh);
    }

    [Fact]
    public void A_right_that_is_missing_is_told_from_a_disk_that_takes_no_changes()
    {
        Assert.Equal("NotAllowed", StorageProblems.NotSaved(new UnauthorizedAccessException("denied", new IOException("denied", 13))).Code);
        Assert.Equal("ReadOnlyDisk", StorageProblems.NotSaved(new UnauthorizedAccessException("denied", new IOException("read-only", 30))).Code);
        Assert.Equal("NotAllowed", StorageProblems.NotSaved(new UnauthorizedAccessException()).Code);
    }

    [Theory]
    [InlineData("name/file", "NameTaken")] // A file stands where a folder should.
    [InlineData("folder", "NameTaken")]
    [InlineData("春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春春", "NameTooLong")]
    public async Task The_words_fit_what_really_happened(string name, string code)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "folder", "full"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "name"), "x", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<StorageException>(() => StoredFile.WriteAsync(Path.Combine(_folder, name), new byte[] { 1 }));
        Assert.Equal(code, refused.Code);
    }

    [Fact]
    public async Task A_write_protected_disk_is_called_so_and_not_taken_for_another_server()
    {
        if (Run("mount", "-t", "tmpfs", "none", _folder) != 0)
        {
            // Without the right to mount, the same error without a disk.
            Assert.Contains("write-protected", StorageProblems.FolderUnusable("x", new IOException("", 30)).Words.En, StringComparison.Ordinal);
            return;
        }

        try
        {
            BuilderDatabase.Open(new DataFolder(_folder)).Dispose();
            Assert.Equal(0, Run("mount", "-o", "remount,ro", _folder));
            var refused = await Assert.ThrowsAsync<StorageException>(() => StoredFile.WriteAsync(Path.Combine(_folder, "x"), new byte[] { 1 }));
            Assert.Equal("ReadOnlyDisk", refused.Code);
            var unusable = Assert.Throws<StorageException>(() => BuilderDatabase.Open(new DataFolder(_folder)));
            Assert.Equal("FolderUnusable", unusable.Code);
            Assert.Contains("write-protected", unusable.Words.En, StringComparison.Ordinal);
            Assert.Contains("只读", unusable.Words.Zh, StringComparison.Ordinal);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Run("umount", _folder);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
