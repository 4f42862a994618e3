using System.Collections.Immutable;
using Builder.Graph.Differences;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Web.Canvas.Bridge;
using Builder.Web.Drawings;
using Builder.Web.Drawings.Sheets;
using Builder.Web.Tests.Sessions;
using static Builder.Web.Tests.Drawings.Drawn;

namespace Builder.Web.Tests.Drawings;

/// <summary>Every difference of two documents is marked in their drawing, and nothing else is.</summary>
public sealed class DrawingMarksTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_was_edited_each_difference_is_marked_and_none_else(int seed)
    {
        var random = new Random(seed);
        var before = ReadyProject.Read(random.Next(2) == 0 ? "digits-cnn" : "novel-gpt");
        var after = before;
        for (var i = 0; i < random.Next(1, 14); i++)
        {
            after = DocumentEditor.Apply(after, Edit(after, random)).Document ?? after;
        }

        var found = DocumentDifferences.Between(before, Again(after));
        var (old, now) = (Version(before), Version(after));
        var both = await RenderAsync(Drawing.Compare(old, now, DrawingSide.Both));
        var left = await RenderAsync(Drawing.Compare(old, now, DrawingSide.Before));
        var right = await RenderAsync(Drawing.Compare(old, now, DrawingSide.After));

        Assert.Equal(Expected(found, _ => true), Sorted(MarkedBlocks(both)));
        Assert.Equal(Expected(found, m => m != ChangeMark.Added), Sorted(MarkedBlocks(left)));
        Assert.Equal(Expected(found, m => m != ChangeMark.Removed), Sorted(MarkedBlocks(right)));
        Assert.Equal(Links(found.AddedLinks, "added").Concat(Links(found.RemovedLinks, "removed")).Order(), MarkedLinks(both).Order());
        Assert.Equal(Links(found.RemovedLinks, "removed").Order(), MarkedLinks(left).Order());
        Assert.Equal(Links(found.AddedLinks, "added").Order(), MarkedLinks(right).Order());
    }

    [Fact]
    public async Task The_same_document_has_no_marks_and_says_so()
    {
        var document = ReadyProject.Read("iris");
        var markup = await RenderAsync(Drawing.Compare(Version(document), Version(Again(document)), DrawingSide.Both));

        Assert.Empty(MarkedBlocks(markup));
        Assert.Empty(MarkedLinks(markup));
        Assert.Contains("Nothing in the drawing is different.", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_that_is_gone_is_never_hidden_behind_what_took_its_place()
    {
        var before = ReadyProject.Read("iris");
        var relu = before.Blocks.Values.First(b => b.Kind == "ReLU");
        var after = before.With(new RemoveBlock(relu.Id), new AddBlock(new Block { Id = "other", Kind = "Tanh", Position = relu.Position }));
        var sheet = Drawing.Compare(Version(before), Version(after), DrawingSide.Both).Sheets[0];
        var gone = sheet.Blocks.Single(b => b.Mark == ChangeMark.Removed);

        Assert.Equal(relu.Id, gone.Block.Id);
        Assert.All(sheet.Blocks.Where(b => b != gone), b => Assert.False(b.Box.Meets(gone.Box)));
    }

    [Fact]
    public void Sheets_beside_each_other_have_the_same_extent_so_that_the_same_block_has_the_same_place()
    {
        var before = ReadyProject.Read("iris");
        var far = new Block { Id = "far", Kind = "Tanh", Position = new(-900, 4000) };
        var (old, now) = (Version(before), Version(before.With(new AddBlock(far))));

        Assert.Equal(Drawing.Compare(old, now, DrawingSide.Before).Sheets[0].Box, Drawing.Compare(old, now, DrawingSide.After).Sheets[0].Box);
    }

    [Fact]
    public void A_changed_setting_is_told_with_both_values()
    {
        var before = ReadyProject.Read("iris");
        var linear = before.Blocks.Values.First(b => b.Kind == "Linear");
        var after = before.With(new SetParameter(linear.Id, "out_features", 77), new SetMuted(linear.Id, true));
        var line = Assert.Single(new DifferenceWords(before, after).Lines(DocumentDifferences.Between(before, after)));

        Assert.Equal(ChangeMark.Changed, line.Mark);
        Assert.EndsWith("→ 77; muted", line.Words.En, StringComparison.Ordinal);
        Assert.EndsWith("→ 77；已停用", line.Words.Zh, StringComparison.Ordinal);
    }

    private static Edit Edit(ProjectDocument document, Random random)
    {
        string Block() => document.Blocks.Keys.ElementAt(random.Next(document.Blocks.Count));
        var link = document.Links.Values.ElementAt(random.Next(document.Links.Count));
        return random.Next(9) switch
        {
            0 => new RemoveBlock(Block()),
            1 => new Disconnect(link.To, link.Slot),
            2 => new SetLabel(Block(), "renamed"),
            3 => new SetMuted(Block(), true),
            4 => new SetBlockNote(Block(), "why"),
            5 => new MoveBlocks(ImmutableSortedDictionary<string, Position>.Empty.Add(Block(), new(random.Next(2000), random.Next(900)))),
            6 => new AddBlock(new Block { Id = Ids.Fresh("new", document.Blocks.ContainsKey), Kind = "Dropout", Position = document.Blocks[Block()].Position }),
            7 => new ChangeKind(Block(), "Tanh"),
            _ => new InsertBefore(link.To, link.Slot, "ReLU", Graph.Documents.Block.NoParameters),
        };
    }

    private static List<(string, string)> Expected(DocumentDifferences found, Predicate<ChangeMark> isShown) =>
        Sorted(found.Blocks.Values.Where(b => isShown(b.Mark)).ToDictionary(b => b.Block.Id, b => b.Mark.ToString().ToLowerInvariant()));

    private static List<(string, string)> Sorted(Dictionary<string, string> marks) => [.. marks.Select(m => (m.Key, m.Value)).Order()];

    // A link whose block is not on the same canvas any more has nowhere to be drawn; none of the edits above takes one there.
    private static IEnumerable<(string, string)> Links(IEnumerable<Link> links, string mark) => links.Select(l => (CanvasViews.Key(l.Key), mark));
}
