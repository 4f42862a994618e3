using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Web.Home;

namespace Builder.Web.Tests.Home;

public sealed class ThumbnailTests
{
    [Fact]
    public void An_empty_canvas_has_no_picture() => Assert.Null(Thumbnail.Of(ProjectDocument.Create("empty")));

    [Fact]
    public void Blocks_of_the_main_canvas_and_their_wires_are_drawn_from_the_corner()
    {
        var picture = Thumbnail.Of(Document())!;

        Assert.Equal([(0, "linear"), (300, "activation")], picture.Blocks.Select(b => ((int)b.X, b.Family)));
        Assert.Equal(Thumbnail.BlockWidth, Assert.Single(picture.Wires).FromX);
        Assert.Equal((300 + Thumbnail.BlockWidth, 40 + Thumbnail.BlockHeight), (picture.Width, picture.Height));
    }

    private static ProjectDocument Document()
    {
        Block[] blocks =
        [
            new() { Id = "a", Kind = "Linear", Position = new(-100, 20) },
            new() { Id = "b", Kind = "ReLU", Position = new(200, 60) },
            new() { Id = "inside", Kind = "ReLU", Group = "g", Position = new(5000, 5000) },
        ];
        var link = new Link(new("a", "out"), new("b", "in"));
        return ProjectDocument.Create("two") with
        {
            Blocks = blocks.ToImmutableSortedDictionary(b => b.Id, b => b, StringComparer.Ordinal),
            Links = ImmutableSortedDictionary<LinkKey, Link>.Empty.Add(link.Key, link),
        };
    }
}
