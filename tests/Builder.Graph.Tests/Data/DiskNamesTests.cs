using Builder.Graph.Data;

namespace Builder.Graph.Tests.Data;

public sealed class DiskNamesTests
{
    private static readonly DiskNames Windows = new(HoldsOnlyPortable: true, StringComparison.OrdinalIgnoreCase);
    private static readonly DiskNames Linux = new(HoldsOnlyPortable: false, StringComparison.Ordinal);

    [Theory]
    [InlineData("aux.csv")]
    [InlineData("a:b.csv")]
    [InlineData("a.csv.")]
    [InlineData("what?.csv")]
    public void A_name_that_is_not_portable_lies_on_every_disk_but_those_of_Windows(string name)
    {
        Assert.Equal((true, false), (Linux.CanHold(name), Windows.CanHold(name)));
        if (!DiskNames.Here.HoldsOnlyPortable)
        {
            var folder = Directory.CreateTempSubdirectory("builder-names-");
            try
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), "x");
                Assert.Equal(name, folder.EnumerateFiles().Single().Name);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    public void What_is_no_name_lies_on_none(string name) => Assert.Equal((false, false), (Linux.CanHold(name), Windows.CanHold(name)));

    [Theory]
    [InlineData("iris.csv")]
    [InlineData("春晓 1.csv")]
    public void A_portable_name_lies_on_all(string name) => Assert.Equal((true, true), (Linux.CanHold(name), Windows.CanHold(name)));

    [Fact]
    public void This_system_is_one_of_them() =>
        Assert.Equal((OperatingSystem.IsWindows(), FilePaths.Comparison), (DiskNames.Here.HoldsOnlyPortable, DiskNames.Here.Comparison));
}
