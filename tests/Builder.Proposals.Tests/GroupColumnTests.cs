using System.Globalization;
using Builder.Graph.Data;

namespace Builder.Proposals.Tests;

public sealed class GroupColumnTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Theory]
    [InlineData("patient", "{0}", true)]
    [InlineData("user_id", "{0}", true)]
    [InlineData("userId", "{0}", true)]
    [InlineData("name", "Person {0}", true)]
    [InlineData("客户编号", "{0}", true)]
    [InlineData("ref", "P-{0:000}", true)]
    [InlineData("paid", "{0}", false)]
    [InlineData("score", "{0}", false)]
    [InlineData("town", "Town {0}", false)]
    public void A_column_that_names_and_repeats_keeps_its_rows_together(string column, string form, bool isGroup)
    {
        var random = new Random(4);
        var heights = Enumerable.Range(0, 40).Select(_ => random.NextDouble()).ToArray();
        var rows = Enumerable.Range(0, 400).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{string.Format(CultureInfo.InvariantCulture, form, i / 10)},{heights[i / 10]},{random.NextDouble()},{(random.Next(2) == 0 ? "yes" : "no")}\n"));
        var inspection = _project.InspectTable($"{column},height,score_now,well\n{string.Concat(rows)}");

        var split = _project.Propose(inspection, "well").Document.Data["data"].Split;

        Assert.Equal(isGroup ? column : null, (split as GroupSplit)?.By);
    }

    [Theory]
    [InlineData("iris.csv")]
    [InlineData("penguins.csv")]
    [InlineData("breast-cancer.csv")]
    [InlineData("concrete.csv")]
    [InlineData("wine.csv")]
    [InlineData("german-credit.csv")]
    [InlineData("telco-churn.csv")]
    [InlineData("diabetes.csv")]
    public void Tables_of_single_cases_have_no_groups(string file)
    {
        var inspection = _project.InspectSample(file);
        Assert.IsNotType<GroupSplit>(_project.Propose(inspection).Document.Data["data"].Split);
    }

    public void Dispose() => _project.Dispose();
}
