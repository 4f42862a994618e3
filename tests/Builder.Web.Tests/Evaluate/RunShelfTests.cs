using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Tests.Evaluate;

public sealed class RunShelfTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly RunShelf _shelf = new();

    [Fact]
    public void The_latest_run_comes_first()
    {
        var now = DateTime.Now;
        _project.AddRun("b", Evaluations.Classes(9, 10), now.AddHours(-2));
        _project.AddRun("a", Evaluations.Classes(8, 10), now.AddHours(-1));
        Assert.Equal(["a", "b"], _shelf.List(_project.Folder).Select(r => r.Id));
    }

    [Fact]
    public void A_project_without_runs_has_none() => Assert.Empty(_shelf.List(_project.Folder));

    [Fact]
    public void A_damaged_evaluation_hides_no_other()
    {
        _project.AddRun("good", Evaluations.Classes(9, 10));
        File.WriteAllText(Path.Combine(_project.AddRun("bad", Evaluations.Classes(9, 10)), "evaluation.json"), "{ half");
        Assert.Equal(["good"], _shelf.List(_project.Folder).Select(r => r.Id));
    }

    [Fact]
    public void An_evaluation_that_was_written_again_is_read_again()
    {
        _project.AddRun("a", Evaluations.Classes(9, 10), DateTime.Now.AddMinutes(-5));
        Assert.Equal(10, _shelf.Find(_project.Folder, "a")!.Evaluation.Samples);
        _project.AddRun("a", Evaluations.Classes(15, 20), DateTime.Now);
        Assert.Equal(20, _shelf.Find(_project.Folder, "a")!.Evaluation.Samples);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("../runs/a")]
    [InlineData("a/../a")]
    public void A_name_that_leads_elsewhere_finds_nothing(string name)
    {
        _project.AddRun("a", Evaluations.Classes(9, 10));
        Assert.Null(_shelf.Find(_project.Folder, name));
    }

    public void Dispose() => _project.Dispose();
}
