using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Runs.Supervision;
using Builder.Web.Tests.Sessions;

namespace Builder.Web.Tests.Evaluate;

public sealed class OtherStartsTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData(95, 80, "2 trainings that differ in their random start only came to 80% to 95%")]
    [InlineData(95, 94, null)]
    public void Starts_that_disagree_are_said_and_others_are_not(int one, int other, string? said)
    {
        var run = Add("a", one, 1, 16);
        Add("b", other, 2, 16);

        var line = OtherStarts.Of(run, new FinishedRunCache().List(_project.Folder));

        Assert.True(said is null ? line is null : line?.En.StartsWith(said, StringComparison.Ordinal), line?.En);
    }

    [Fact]
    public void Another_model_is_no_other_start()
    {
        var run = Add("a", 95, 1, 16);
        Add("b", 70, 2, 8);

        Assert.Null(OtherStarts.Of(run, new FinishedRunCache().List(_project.Folder)));
    }

    private FinishedRun Add(string id, long right, long seed, long width)
    {
        var folder = _project.AddRun(id, Evaluations.Classes(right, 100));
        var document = DocumentEditor.Apply(TrainerEdits.With(ReadyProject.Read("iris"), "seed", seed), new SetParameter("hidden1", "out_features", width)).Document!;
        File.WriteAllBytes(Path.Combine(folder, "project.json"), ProjectJson.Write(document));
        return new FinishedRunCache().Find(_project.Folder, id)!;
    }
}
