using System.Collections.Immutable;
using System.Text;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Differences;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Graph.Tests.Edits;

namespace Builder.Graph.Tests.Differences;

public sealed class DocumentDifferencesTests
{
    [Fact]
    public void What_is_different_makes_the_second_document_out_of_the_first_and_nothing_of_it_is_too_much() => Properties.Check(200, 40, seeds =>
    {
        var before = RandomEdits.Document(seeds[..(seeds.Length / 2)]);
        var after = RandomEdits.Document(seeds);
        var found = DocumentDifferences.Between(before, after);

        Assert.Equal(Text(after), Text(Rebuilt(before, after, found)));
        Assert.All(found.Blocks.Values, b => Assert.True(b.Before != b.After || b.Aspects == BlockAspects.Ports));
        Assert.All(found.Notes.Values, n => Assert.NotEqual(n.Before, n.After));
        Assert.All(found.Groups.Values, g => Assert.NotEqual(g.Before, g.After));
        Assert.Empty(found.AddedLinks.Intersect(found.RemovedLinks));
        Assert.All(found.AddedLinks, l => Assert.NotEqual(l, before.Links.GetValueOrDefault(l.Key)));
        Assert.All(found.Data, id => Assert.NotEqual(Text(before.Data.GetValueOrDefault(id)), Text(after.Data.GetValueOrDefault(id))));
    });

    [Fact]
    public void A_document_is_the_same_as_itself_read_again() => Properties.Check(50, 40, seeds =>
    {
        var document = RandomEdits.Document(seeds);
        var found = DocumentDifferences.Between(document, ProjectJson.Read(ProjectJson.Write(document)));

        Assert.True(found.IsSame);
        Assert.Empty(found.Blocks);
        Assert.Empty(found.Notes);
    });

    [Fact]
    public void A_setting_is_named_with_both_values()
    {
        var linear = RandomEdits.Start.Blocks.Values.First(b => b.Kind == "Linear");
        var after = DocumentEditor.Apply(RandomEdits.Start, new SetParameter(linear.Id, "out_features", 77)).Document!;
        var difference = Assert.Single(DocumentDifferences.Between(RandomEdits.Start, after).Blocks.Values);

        Assert.Equal((ChangeMark.Changed, BlockAspects.Settings), (difference.Mark, difference.Aspects));
        Assert.Equal(("out_features", (ParameterValue)77), (difference.Settings[0].Name, difference.Settings[0].After));
    }

    [Fact]
    public void Who_only_moved_a_block_has_changed_nothing()
    {
        var linear = RandomEdits.Start.Blocks.Values.First(b => b.Kind == "Linear");
        var places = ImmutableSortedDictionary<string, Position>.Empty.Add(linear.Id, new(7, 77));
        var found = DocumentDifferences.Between(RandomEdits.Start, DocumentEditor.Apply(RandomEdits.Start, new MoveBlocks(places)).Document!);

        Assert.True(found.IsSame);
        Assert.Equal(ChangeMark.Moved, Assert.Single(found.Blocks.Values).Mark);
    }

    [Fact]
    public void A_use_of_a_group_that_got_another_port_is_different_though_its_block_is_not()
    {
        var use = RandomEdits.Start.Blocks.Values.First(b => b.Kind == GroupPorts.UseKind);
        var port = new Block { Id = "more", Kind = GroupPorts.OutputKind, Group = GroupPorts.GroupOf(use) };
        var found = DocumentDifferences.Between(RandomEdits.Start, DocumentEditor.Apply(RandomEdits.Start, new AddBlock(port)).Document!);

        Assert.Equal(BlockAspects.Ports, found.Blocks[use.Id].Aspects);
        Assert.Equal(ChangeMark.Added, found.Blocks["more"].Mark);
    }

    /// <summary>The first document with only those things taken from the second that are told to be different.</summary>
    private static ProjectDocument Rebuilt(ProjectDocument before, ProjectDocument after, DocumentDifferences found) => before with
    {
        Blocks = With(before.Blocks, found.Blocks.ToDictionary(b => b.Key, b => b.Value.After)),
        Links = before.Links.RemoveRange(found.RemovedLinks.Select(l => l.Key)).SetItems(found.AddedLinks.Select(l => KeyValuePair.Create(l.Key, l))),
        Notes = With(before.Notes, found.Notes.ToDictionary(n => n.Key, n => n.Value.After)),
        Groups = With(before.Groups, found.Groups.ToDictionary(g => g.Key, g => g.Value.After)),
        Data = With(before.Data, found.Data.ToDictionary(id => id, id => after.Data.GetValueOrDefault(id))),
        Name = found.HasOtherName ? after.Name : before.Name,
        Description = found.HasOtherDescription ? after.Description : before.Description,
    };

    private static ImmutableSortedDictionary<string, T> With<T>(ImmutableSortedDictionary<string, T> all, Dictionary<string, T?> found)
        where T : class =>
        all.RemoveRange(found.Keys).AddRange(found.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value!)));

    private static string Text(ProjectDocument document) => Encoding.UTF8.GetString(ProjectJson.Write(document));

    private static string Text(DataSet? data) => data is null ? "" : Encoding.UTF8.GetString(DataJson.Write([data]));
}
