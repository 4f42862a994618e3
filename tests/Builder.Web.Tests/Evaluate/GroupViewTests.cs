using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Sections;
using Builder.Web.Shell;
using Bunit;

namespace Builder.Web.Tests.Evaluate;

public sealed class GroupViewTests : BunitContext
{
    private readonly UiState _ui = new();

    [Fact]
    public async Task The_group_that_is_surely_worse_is_told_and_another_column_can_be_chosen()
    {
        var view = Show(Classes(("sex", null, [Value("male", 100, 0.6), Value("female", 100, 0.96)]), ("age", "years", [Range(1, 30, 90, 0.78), Range(31, 80, 110, 0.78)])));
        Assert.Equal("Clearly worse where “sex” is male: right in 60% of 100 cases.", view.Find("[data-testid='groups-sentence']").TextContent);
        Assert.Equal(["-1", "1"], view.FindAll("tbody tr[data-outcome]").Select(r => r.GetAttribute("data-outcome")));
        Assert.Contains("78%", view.Find(".whole").TextContent, StringComparison.Ordinal);

        await view.Find("select").ChangeAsync("age");

        Assert.StartsWith("For no value of this column", view.Find("[data-testid='groups-sentence']").TextContent, StringComparison.Ordinal);
        Assert.Equal("1 to 30 years", view.Find("tbody th").TextContent);
    }

    // Wilson's interval for 9 of 10 is 0.596 to 0.982 (scipy 1.10: binomtest(9, 10).proportion_ci(method="wilson")).
    [Fact]
    public void The_interval_of_a_share_is_wilsons_and_few_cases_prove_nothing()
    {
        var rows = GroupRow.Of(new("x", null, [Value("a", 10, 0.9), Value("b", 1_000, 0.6)]), true);

        Assert.Equal((0.5958, 0.9821), (Math.Round(rows[0].Range!.Value.Low, 4), Math.Round(rows[0].Range!.Value.High, 4)));
        Assert.All(rows, row => Assert.Equal(0, row.Outcome));
    }

    [Fact]
    public void Of_a_quantity_a_larger_error_is_worse_and_it_has_its_unit()
    {
        _ui.Begin("zh", "dark");
        var head = Evaluations.Values(3, 6).Heads[0] with
        {
            Groups = [new("age", "d", [new(GroupKind.Value, "7", null, null, 100, 8, 2), new(GroupKind.Value, "28", null, null, 100, 2, 1), new(GroupKind.Missing, null, null, null, 1, 9, 0), new(GroupKind.Others, null, null, null, 20, 5, 40)])],
        };
        var view = Show(head);

        Assert.Equal("“age”为7时明显更差：100 个样本平均相差 8 MPa。", view.Find("[data-testid='groups-sentence']").TextContent);
        Assert.Equal(["-1", "1", "0", "0"], view.FindAll("tbody tr[data-outcome]").Select(r => r.GetAttribute("data-outcome")));
        Assert.Equal(["7", "28", "空缺", "其余取值", "全部样本"], view.FindAll("tbody th").Select(r => r.TextContent));
        Assert.Equal("–", view.FindAll("tbody tr")[2].QuerySelectorAll("td")[2].TextContent);
    }

    [Fact]
    public void Without_groups_nothing_is_shown() => Assert.Empty(Show(Evaluations.Classes(80, 100).Heads[0]).Markup.Trim());

    private IRenderedComponent<GroupView> Show(HeadEvaluation head) => Render<GroupView>(p => p.AddCascadingValue(_ui).Add(v => v.Head, head));

    private static HeadEvaluation Classes(params (string Column, string? Unit, GroupScore[] Groups)[] columns) =>
        Evaluations.Classes(80, 100).Heads[0] with { Groups = [.. columns.Select(c => new GroupedScores(c.Column, c.Unit, c.Groups))] };

    private static GroupScore Value(string name, long cases, double mean) => new(GroupKind.Value, name, null, null, cases, mean, Math.Sqrt(mean * (1 - mean)));

    private static GroupScore Range(double low, double high, long cases, double mean) => new(GroupKind.Range, null, low, high, cases, mean, Math.Sqrt(mean * (1 - mean)));
}
