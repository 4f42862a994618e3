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
}
