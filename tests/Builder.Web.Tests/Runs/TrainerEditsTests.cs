using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Edits.Gestures;
using Builder.Web.Runs.Supervision;
using Builder.Web.Tests.Sessions;

namespace Builder.Web.Tests.Runs;

public sealed class TrainerEditsTests
{
    [Fact]
    public void A_setting_changes_the_plan_of_the_document()
    {
        var document = ReadyProject.Read("iris");
        Assert.Equal(60, TrainerEdits.Number(document, "epochs"));
        Assert.Equal(5, TrainerEdits.Number(TrainerEdits.With(document, "epochs", 5), "epochs"));
    }

    [Fact]
    public void A_document_without_a_plan_gets_one_and_loses_it_again_by_undo()
    {
        var document = ProjectDocument.Create("empty");
        Assert.Equal(10, TrainerEdits.Number(document, "epochs"));
        var history = new EditHistory(document);
        Assert.True(history.Apply(TrainerEdits.Change(document, "epochs", 5)).Succeeded);
        Assert.Equal(5, TrainerEdits.Number(history.Document, "epochs"));
        Assert.True(history.Undo().Succeeded);
        Assert.Empty(history.Document.Blocks);
    }

    [Theory]
    [InlineData("iris", "digits-gan")]
    [InlineData("digits-gan", "novel-gpt")]
    [InlineData("novel-gpt", "iris")]
    public void A_document_is_brought_back_by_one_edit_that_can_be_undone(string now, string then)
    {
        var (document, target) = (ReadyProject.Read(now), ReadyProject.Read(then));
        var history = new EditHistory(document);
        Assert.True(history.Apply(RestoreGestures.Restore(document, target)).Succeeded);
        Assert.Equal(Json(target with { Name = document.Name }), Json(history.Document));
        Assert.True(history.Undo().Succeeded);
        Assert.Equal(Json(document), Json(history.Document));
    }

    [Fact]
    public void Bringing_back_what_is_there_already_changes_nothing()
    {
        var document = ReadyProject.Read("iris");
        Assert.Empty(Assert.IsType<Batch>(RestoreGestures.Restore(document, document)).Edits);
    }

    private static string Json(ProjectDocument document) => System.Text.Encoding.UTF8.GetString(Graph.Json.ProjectJson.Write(document));
}
