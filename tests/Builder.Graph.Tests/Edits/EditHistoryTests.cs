using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;

namespace Builder.Graph.Tests.Edits;

public class EditHistoryTests
{
    [Fact]
    public void A_group_that_was_named_before_it_was_there_can_be_undone_and_done_again()
    {
        var history = new EditHistory(RandomEdits.Start);
        history.Apply(new AddBlock(new Block { Id = "user", Kind = "Group", Parameters = Block.NoParameters.Add("group", "late") }));
        var before = ProjectJson.Write(history.Document);
        Assert.True(history.Apply(new AddGroup(new Group("late", "late"))).Succeeded);
        var after = ProjectJson.Write(history.Document);

        Assert.True(history.Undo().Succeeded);
        Assert.Equal(before, ProjectJson.Write(history.Document));
        Assert.True(history.Redo().Succeeded);
        Assert.Equal(after, ProjectJson.Write(history.Document));
        Assert.False(history.Apply(new RemoveGroup("late")).Succeeded);
    }

    [Fact]
    public void The_revision_grows_with_every_step_and_the_log_leads_from_the_first_document_to_the_last()
    {
        var first = ProjectDocument.Create("a");
        var history = new EditHistory(first, revision: 7);
        history.Apply(new RenameProject("b"));
        history.Apply(new RenameProject("c"));
        history.Undo();
        history.Redo();
        history.Undo();

        Assert.Equal([8, 9, 10, 11, 12], history.Log.Select(e => e.Revision));
        Assert.Equal([HistoryStep.Do, HistoryStep.Do, HistoryStep.Undo, HistoryStep.Redo, HistoryStep.Undo], history.Log.Select(e => e.Step));
        Assert.Equal(history.Document, history.Log.Aggregate(first, (document, entry) => DocumentEditor.Apply(document, entry.Edit).Document!));
        Assert.Equal(first, history.Log.Reverse().Aggregate(history.Document, (document, entry) => DocumentEditor.Apply(document, entry.Inverse).Document!));
    }

    [Fact]
    public void A_new_change_ends_the_chance_to_redo()
    {
        var history = new EditHistory(ProjectDocument.Create("a"));
        history.Apply(new RenameProject("b"));
        history.Undo();
        Assert.True(history.CanRedo);
        history.Apply(new RenameProject("c"));

        Assert.False(history.CanRedo);
        Assert.False(history.Redo().Succeeded);
        Assert.Equal("c", history.Document.Name);
    }

    [Fact]
    public void A_refused_edit_leaves_no_trace()
    {
        var history = new EditHistory(ProjectDocument.Create("a"));
        Assert.False(history.Apply(new RemoveBlock("x")).Succeeded);

        Assert.Empty(history.Log);
        Assert.Equal(0, history.Revision);
        Assert.Equal("NothingToUndo", history.Undo().Problem!.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_history_rebuilt_from_its_log_undoes_and_redoes_as_if_it_had_never_ended(int seed)
    {
        var random = new Random(seed);
        var first = RandomEdits.Start;
        var history = new EditHistory(first);
        for (var step = 0; step < 200; step++)
        {
            _ = random.Next(5) switch
            {
                0 => history.Undo(),
                1 => history.Redo(),
                _ => history.Apply(new RandomEdits(random).Next(history.Document)),
            };
        }

        var replayed = EditHistory.Replay(history.Document, history.Revision, history.Log);
        Assert.Equal((history.CanUndo, history.CanRedo, history.Revision), (replayed.CanUndo, replayed.CanRedo, replayed.Revision));
        while (history.Redo().Succeeded)
        {
            Assert.True(replayed.Redo().Succeeded);
            Assert.Equal(ProjectJson.Write(history.Document), ProjectJson.Write(replayed.Document));
        }

        while (history.Undo().Succeeded)
        {
            Assert.True(replayed.Undo().Succeeded);
            Assert.Equal(ProjectJson.Write(history.Document), ProjectJson.Write(replayed.Document));
        }

        Assert.False(replayed.CanUndo);
        Assert.Equal(ProjectJson.Write(first), ProjectJson.Write(replayed.Document));
    }

    [Fact]
    public void A_log_without_its_beginning_still_redoes_what_it_saw_undone()
    {
        var history = new EditHistory(ProjectDocument.Create("a"));
        history.Apply(new RenameProject("b"));
        history.Apply(new RenameProject("c"));
        history.Undo();

        var replayed = EditHistory.Replay(history.Document, history.Revision, history.Log.Skip(2));
        Assert.False(replayed.CanUndo);
        Assert.True(replayed.Redo().Succeeded);
        Assert.Equal("c", replayed.Document.Name);
        Assert.True(replayed.Undo().Succeeded);
        Assert.Equal("b", replayed.Document.Name);
    }
}
