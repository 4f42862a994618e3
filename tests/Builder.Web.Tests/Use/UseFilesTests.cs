using Builder.Storage;
using Builder.Web.Use.Files;

namespace Builder.Web.Tests.Use;

public sealed class UseFilesTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("builder-use-files-").FullName;
    private readonly UseFiles _files;

    public UseFilesTests() => _files = new(new DataFolder(_home));

    public void Dispose()
    {
        _files.Dispose();
        TemporaryFolders.Delete(_home);
    }

    [Fact]
    public void A_borrowed_folder_goes_with_all_that_is_in_it_also_after_a_fault_and_takes_no_other_along()
    {
        var kept = _files.NewFolder();
        var (first, second) = ("", "");
        void Fail()
        {
            using var folder = _files.BorrowFolder();
            using var other = _files.BorrowFolder();
            (first, second) = (folder.Path, other.Path);
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(first, "below")).FullName, "table"), "a,b");
            Assert.True(Directory.Exists(second));
            throw new InvalidDataException();
        }

        Assert.Throws<InvalidDataException>(Fail);

        Assert.NotEqual(first, second);
        Assert.Equal([kept], Directory.GetFileSystemEntries(_files.Folder));
    }
}
