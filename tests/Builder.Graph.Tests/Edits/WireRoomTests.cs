using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Graph.Tests.Edits;

/// <summary>What is put into a wire covers nothing.</summary>
public sealed class WireRoomTests
{
    [Fact]
    public void A_fix_that_inserts_a_block_moves_what_comes_after()
    {
        var document = Insert(Row(("a", 0, 0), ("b", 240, 0), ("c", 480, 0)), "b");

        Assert.True(document.Blocks["b"].Position.X >= 480);
        Assert.True(document.Blocks["c"].Position.X >= 720);
        AssertNothingIsCovered(document);
    }

    [Fact]
    public void The_other_rows_stay()
    {
        var document = Insert(Row(("a", 0, 0), ("b", 240, 0), ("c", 480, 0), ("d", 0, 160), ("e", 240, 160), ("f", 480, 160)), "b");

        Assert.Equal(new Position(240, 160), document.Blocks["e"].Position);
        Assert.Equal(new Position(480, 160), document.Blocks["f"].Position);
        AssertNothingIsCovered(document);
    }

    [Fact]
    public void A_wire_to_the_next_row_gets_its_block_behind_the_end_of_its_own()
    {
        var document = Insert(Row(("a", 0, 0), ("b", 240, 0), ("c", 0, 160), ("d", 240, 160)), "c");

        Assert.Equal(new Position(480, 0), document.Blocks.Values.Single(b => b.Kind == "Dropout").Position);
    }

    private static ProjectDocument Insert(ProjectDocument document, string before) =>
        DocumentEditor.Apply(document, new InsertBefore(new PortRef(before, "input"), 0, "Dropout", Block.NoParameters)).Document!;

    private static void AssertNothingIsCovered(ProjectDocument document)
    {
        var places = document.Blocks.Values.Select(b => b.Position).ToArray();
        Assert.All(places, a => Assert.Single(places, b => Math.Abs(a.X - b.X) < CanvasGeometry.BlockWidth && Math.Abs(a.Y - b.Y) < CanvasGeometry.LeastBlockHeight));
    }

    private static ProjectDocument Row(params (string Id, double X, double Y)[] places)
    {
        var document = ProjectDocument.Create("Row");
        for (var i = 0; i < places.Length; i++)
        {
            var (id, x, y) = places[i];
            document = document with { Blocks = document.Blocks.SetItem(id, new Block { Id = id, Kind = "ReLU", Position = new(x, y) }) };
            if (i > 0)
            {
                var link = new Link(new PortRef(places[i - 1].Id, "output"), new PortRef(id, "input"));
                document = document with { Links = document.Links.SetItem(link.Key, link) };
            }
        }

        return document;
    }
}
