using System.Xml.Linq;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Tests.Shell.Parts;

public sealed class IconShapesTests
{
    public static TheoryData<string> Names => new(IconShapes.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_icon_is_a_drawing_that_a_browser_can_read(string name) =>
        Assert.NotEmpty(XElement.Parse($"<svg>{IconShapes.Of(name)}</svg>").Elements());

    [Fact]
    public void A_name_that_there_is_not_draws_nothing() => Assert.Empty(IconShapes.Of("nothing"));
}
