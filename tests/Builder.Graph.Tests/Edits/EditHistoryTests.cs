using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Graph.Tests.Edits;

public class EditHistoryTests
{
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
}
