using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Graph.Tests.Edits;

public sealed class DocumentChangeTests
{
    [Fact]
    public void What_no_change_names_is_the_very_same_object_after_any_edits_undone_and_made_again() => Properties.Check(200, 40, seeds =>
    {
        var history = new EditHistory(RandomEdits.Start);
        var (first, all) = (history.Document, DocumentChange.None);
        foreach (var seed in seeds)
        {
            var before = history.Document;
            var result = (seed % 5) switch
            {
                0 => history.Undo(),
                1 => history.Redo(),
                _ => history.Apply(new RandomEdits(new Random(seed)).Next(before)),
            };
            if (result.Succeeded)
            {
                var change = DocumentChange.TakenBackBy(result.Inverse);
                AssertNamed(before, result.Document, change);
                all = all.Then(change);
            }
        }

        AssertNamed(first, history.Document, all);
    });

    [Fact]
    public void A_change_of_one_block_names_that_block_alone()
    {
        var change = DocumentChange.TakenBackBy(DocumentEditor.Apply(RandomEdits.Start, new SetLabel("hidden", "h")).Inverse!);

        Assert.Equal(["hidden"], change.Blocks);
        Assert.Empty(change.Links);
        Assert.Empty(change.Groups);
        Assert.Empty(change.Notes);
        Assert.False(change.HasOtherData);
    }

    [Fact]
    public void An_edit_that_never_takes_anything_back_is_no_way_to_know_a_change() => Assert.Throws<ArgumentException>(
        () => DocumentChange.TakenBackBy(new InsertBefore(new("a", "input"), 0, "ReLU", Block.NoParameters)));

    private static void AssertNamed(ProjectDocument before, ProjectDocument after, DocumentChange change)
    {
        AssertNamed(before.Blocks, after.Blocks, change.Blocks);
        AssertNamed(before.Links, after.Links, change.Links);
        AssertNamed(before.Groups, after.Groups, change.Groups);
        AssertNamed(before.Notes, after.Notes, change.Notes);
        Assert.True(change.HasOtherData || ReferenceEquals(before.Data, after.Data));
    }

    private static void AssertNamed<TKey, T>(ImmutableSortedDictionary<TKey, T> before, ImmutableSortedDictionary<TKey, T> after, IReadOnlySet<TKey> named)
        where TKey : notnull
        where T : class =>
        Assert.All(before.Keys.Union(after.Keys), key => Assert.True(
            named.Contains(key) || ReferenceEquals(before.GetValueOrDefault(key), after.GetValueOrDefault(key)), $"{key} is different and not named."));
}
