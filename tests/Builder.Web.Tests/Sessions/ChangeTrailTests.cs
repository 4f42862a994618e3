using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Web.Sessions;

namespace Builder.Web.Tests.Sessions;

public sealed class ChangeTrailTests
{
    private readonly ChangeTrail _trail = new();
    private readonly List<GraphAnalysis> _states = [Analysis()];

    [Fact]
    public void Steps_that_follow_each_other_are_one_step()
    {
        Step("a", told: true);
        Step("b", told: true);
        Step("c", told: true);

        Assert.Equal(["b", "c"], Between(1, 3)!.Change.Blocks.Order());
        Assert.Equal(["b", "c"], Between(1, 3)!.Told!.Order());
        Assert.Equal(["a"], Between(0, 1)!.Told!);
        Assert.Empty(Between(2, 2)!.Told!);
    }

    [Fact]
    public void Where_one_step_may_have_changed_anything_all_of_them_may()
    {
        Step("a", told: true);
        Step("b", told: false);

        Assert.Null(Between(0, 2)!.Told);
        Assert.Equal(["a", "b"], Between(0, 2)!.Change.Blocks.Order());
        Assert.NotNull(Between(0, 1)!.Told);
    }

    [Fact]
    public void A_way_back_too_long_ago_or_from_elsewhere_is_not_known()
    {
        Step("a", told: true);
        Assert.Null(Between(1, 0));
        Assert.Null(_trail.Between(Analysis(), _states[1]));

        Enumerable.Range(0, 64).ToList().ForEach(i => Step($"b{i}", told: true));
        Assert.Null(Between(0, 65));
        Assert.Equal(64, Between(1, 65)!.Told!.Count);

        _trail.Clear();
        Assert.Null(Between(64, 65));
    }

    private ChangeStep? Between(int before, int after) => _trail.Between(_states[before], _states[after]);

    private void Step(string block, bool told)
    {
        _states.Add(Analysis());
        _trail.Add(_states[^2], _states[^1], new(DocumentChange.TakenBackBy(new SetLabel(block, null)), told ? new HashSet<string> { block } : null));
    }

    private static GraphAnalysis Analysis() => GraphAnalyzer.Analyze(ProjectDocument.Create("p"), null);
}
