using System.Globalization;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Tests;

public sealed class PlanRereadingTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Fact]
    public void What_was_said_of_values_and_rows_goes_with_its_column_to_the_new_name()
    {
        var before = _project.InspectTable("kind,size\n" + string.Concat(Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i % 3 == 0 ? "rde" : "red")},{i}\n"))));
        var plan = DataPlan.Guess(before, "data") with
        {
            Changes = new RowChanges
            {
                Of = before.Table.Fingerprint,
                Meanings = [new ValueMeaning { Column = "kind", Written = "rde", Meant = "red" }],
                Together = [RowNumbers.Of(4, 7)],
                Corrections = [new CellCorrection { Row = 2, Column = "size", Value = "5" }],
            },
        };

        // The first line is a row from now on, so that every number grows by one.
        var after = SourceInspection.Of((TableSource)before.Source with { Header = false }, _project.Folder, TestContext.Current.CancellationToken);
        var changes = (plan with { Source = after.Source }).Reread(before, after).Changes!;

        Assert.Equal(new ValueMeaning { Column = "column 1", Written = "rde", Meant = "red" }, Assert.Single(changes.Meanings));
        Assert.Equal(RowNumbers.Of(5, 8), Assert.Single(changes.Together));
        Assert.Equal(new CellCorrection { Row = 3, Column = "column 2", Value = "5" }, Assert.Single(changes.Corrections));
    }

    public void Dispose() => _project.Dispose();
}
