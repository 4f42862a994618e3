using Builder.Graph.Data;

namespace Builder.Graph.Tests.Data;

public sealed class FilePathsTests
{
    private const StringComparison Linux = StringComparison.Ordinal;
    private const StringComparison Others = StringComparison.OrdinalIgnoreCase;

    [Fact]
    public void This_system_compares_as_its_disks_do()
    {
        var folder = Directory.CreateTempSubdirectory("builder-paths-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.csv"), "");
            Assert.Equal(File.Exists(Path.Combine(folder.FullName, "A.csv")), FilePaths.Comparison == Others);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("/data/one", "/data/one/a.csv", Linux, true)]
    [InlineData("/data/one/", "/data/one/b/../a.csv", Linux, true)]
    [InlineData("/", "/data", Linux, true)]
    [InlineData("/data/one", "/data/one", Linux, false)]
    [InlineData("/data/one", "/data/one/", Others, false)]
    [InlineData("/data/one", "/data/one2/a.csv", Others, false)]
    [InlineData("/data/one", "/data/one/../a.csv", Others, false)]
    [InlineData("/data/one", "/Data/ONE/a.csv", Linux, false)]
    [InlineData("/data/one", "/Data/ONE/a.csv", Others, true)]
    public void A_path_is_below_a_folder_by_the_rules_of_the_system(string folder, string path, StringComparison comparison, bool isBelow) =>
        Assert.Equal(isBelow, FilePaths.IsBelow(folder, path, comparison));
}
