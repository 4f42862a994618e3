using Builder.Graph.Data;

namespace Builder.Graph.Tests.Data;

public sealed class RelativePathTests
{
    [Theory]
    [InlineData("iris.csv")]
    [InlineData("evaluation/12.png")]
    [InlineData("a/../b.csv")]
    [InlineData("./a.csv")]
    [InlineData("花/图 1.png")]
    [InlineData("..hidden")]
    public void A_path_to_something_below_the_folder_is_inside(string path) => Assert.True(RelativePath.IsInside(path));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a/..")]
    [InlineData("..")]
    [InlineData("../a.csv")]
    [InlineData("a/../../b.csv")]
    [InlineData("/dev/zero")]
    [InlineData("//server/share")]
    [InlineData("\\\\server\\share")]
    [InlineData("..\\a.csv")]
    [InlineData("C:\\a.csv")]
    [InlineData("c:a.csv")]
    [InlineData("a\0.csv")]
    public void Every_other_path_is_outside_on_whatever_system(string path) => Assert.False(RelativePath.IsInside(path));

    [Fact]
    public void A_letter_and_a_colon_begin_a_plain_name_where_there_are_no_drives()
    {
        var (windows, linux) = (new DiskNames(HoldsOnlyPortable: true, StringComparison.OrdinalIgnoreCase), new DiskNames(HoldsOnlyPortable: false, StringComparison.Ordinal));

        Assert.True(RelativePath.IsInside("c:a.csv", linux));
        Assert.False(RelativePath.IsInside("c:a.csv", windows));
        Assert.All(["c:/a.csv", "c:\\a.csv", "c:", "c:a/../..", "../a.csv"], path => Assert.False(RelativePath.IsInside(path, linux)));
    }
}
