using Builder.Graph.Data;
using Builder.Web.Sessions;
using Builder.Web.Tests.Evaluate;

namespace Builder.Web.Tests.Sessions;

public sealed class SourceFilesTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Theory]
    [InlineData("/usr")]
    [InlineData("/etc/hostname")]
    [InlineData("../..")]
    [InlineData("way-out")]
    [InlineData("way-out/hostname")]
    [InlineData("")]
    public void What_lies_outside_of_the_project_is_not_walked_over(string path)
    {
        Directory.CreateSymbolicLink(Path.Combine(_project.Folder, "way-out"), "/etc");

        Assert.Empty(SourceFiles.Find(_project.Folder, path));
    }

    [Fact]
    public void Files_of_the_project_are_found_in_the_order_of_their_names()
    {
        var pictures = Directory.CreateDirectory(Path.Combine(_project.Folder, "pictures", "cat")).FullName;
        File.WriteAllText(Path.Combine(pictures, "b.png"), "");
        File.WriteAllText(Path.Combine(pictures, "a.png"), "");

        Assert.Equal(["a.png", "b.png"], SourceFiles.Find(_project.Folder, "pictures").Select(f => f.Name));
        Assert.Equal(["a.png"], SourceFiles.Find(_project.Folder, "pictures/cat/a.png").Select(f => f.Name));
        Assert.Empty(SourceFiles.Find(_project.Folder, "none.csv"));
    }

    [Fact]
    public void What_is_kept_beside_the_files_of_a_source_makes_it_no_other_source()
    {
        var pictures = Directory.CreateDirectory(Path.Combine(_project.Folder, "pictures")).FullName;
        File.WriteAllText(Path.Combine(pictures, "labels.csv"), "file,kind\n");
        var source = new PicturesSource { Path = "pictures" };
        var before = SourceFiles.Stamp(_project.Folder, source);

        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(pictures, ".readings")).FullName, "kept.columns"), "");

        Assert.Equal(before, SourceFiles.Stamp(_project.Folder, source));
        File.WriteAllText(Path.Combine(pictures, "a.png"), "");
        Assert.NotEqual(before, SourceFiles.Stamp(_project.Folder, source));
    }

    public void Dispose() => _project.Dispose();
}
