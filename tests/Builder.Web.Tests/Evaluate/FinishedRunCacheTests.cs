using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Tests.Evaluate;

public sealed class FinishedRunCacheTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly FinishedRunCache _shelf = new();

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

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("../other/1.png")]
    public void Pictures_that_lie_elsewhere_are_none_of_the_run_s(string picture)
    {
        var honest = Evaluations.Classes(9, 10);
        var head = honest.Heads[0];
        Example Named(string? name) => new() { Row = 1, True = "a", Predicted = "a", Loss = 0, Picture = name };
        _project.AddRun("a", honest with { Pictures = picture, Heads = [head with { Examples = [Named(picture), Named("evaluation/1.png")] }] });

        var read = _shelf.Find(_project.Folder, "a")!.Evaluation;
        Assert.Null(read.Pictures);
        Assert.Equal([null, "evaluation/1.png"], read.Heads[0].Examples.Select(e => e.Picture));
    }

    [Theory]
    [InlineData("heads")]
    [InlineData("texts")]
    public void An_evaluation_with_nothing_where_a_list_belongs_hides_no_other(string list)
    {
        _project.AddRun("good", Evaluations.Classes(9, 10));
        var bad = Path.Combine(_project.AddRun("bad", Evaluations.Classes(9, 10)), Evaluation.FileName);
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(bad))!;
        json[list] = new System.Text.Json.Nodes.JsonArray { null };
        File.WriteAllText(bad, json.ToJsonString());
        Assert.Equal(["good"], _shelf.List(_project.Folder).Select(r => r.Id));
    }

    public void Dispose() => _project.Dispose();
}
