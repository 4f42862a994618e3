using Builder.Graph.Documents;
using Builder.Graph.Layout;

namespace Builder.Graph.Tests.Layout;

/// <summary>A long drawing is broken into rows.</summary>
public sealed class RowFoldingTests
{
    [Fact]
    public void Twenty_blocks_are_seen_at_60_percent_and_more_beside_the_panels()
    {
        var places = Folded(Chain(20)).Values.ToArray();
        var width = places.Max(p => p.X) - places.Min(p => p.X) + CanvasGeometry.BlockWidth;
        var height = places.Max(p => p.Y) - places.Min(p => p.Y) + CanvasGeometry.LeastBlockHeight;
        Assert.InRange(Math.Min(850 / width, 740 / height), 0.6, 1);
    }

    [Fact]
    public void A_chain_is_read_as_a_text_is()
    {
        var read = Folded(Chain(14)).OrderBy(p => p.Value.Y).ThenBy(p => p.Value.X).Select(p => p.Key).ToArray();
        Assert.Equal(Enumerable.Range(0, 14).Select(Name), read);
    }

    [Fact]
    public void What_is_short_stays_as_it_is() => Assert.Empty(RowFolding.Fold(Chain(3)));

    [Fact]
    public void A_target_stays_beside_its_loss()
    {
        var document = Chain(9);
        var last = document.Blocks[Name(8)];
        var (target, loss) = (new Block { Id = "target", Kind = "Target", Position = last.Position with { Y = Spacing.Down } },
            new Block { Id = "loss", Kind = "MSELoss", Position = last.Position with { X = last.Position.X + Spacing.Across } });
        document = document with { Blocks = document.Blocks.SetItem(target.Id, target).SetItem(loss.Id, loss) };
        foreach (var (from, port) in new[] { (last.Id, "input"), (target.Id, "target") })
        {
            var link = new Link(new PortRef(from, "output"), new PortRef(loss.Id, port));
            document = document with { Links = document.Links.SetItem(link.Key, link) };
        }

        var places = Folded(document);
        Assert.Equal(Spacing.Across, places["loss"].X - places["target"].X);
        Assert.Equal(Spacing.Down, places["target"].Y - places["loss"].Y);
    }

    private static Dictionary<string, Position> Folded(ProjectDocument document)
    {
        var moved = RowFolding.Fold(document);
        return document.Blocks.Values.ToDictionary(b => b.Id, b => moved.GetValueOrDefault(b.Id, b.Position));
    }

    private static string Name(int number) => FormattableString.Invariant($"b{number:00}");

    private static ProjectDocument Chain(int count)
    {
        var document = ProjectDocument.Create("Chain");
        for (var i = 0; i < count; i++)
        {
            document = document with { Blocks = document.Blocks.SetItem(Name(i), new Block { Id = Name(i), Kind = "ReLU", Position = new(i * Spacing.Across, 0) }) };
            if (i > 0)
            {
                var link = new Link(new PortRef(Name(i - 1), "output"), new PortRef(Name(i), "input"));
                document = document with { Links = document.Links.SetItem(link.Key, link) };
            }
        }

        return document;
    }
}
