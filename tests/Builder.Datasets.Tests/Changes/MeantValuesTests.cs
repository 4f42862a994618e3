using Builder.Datasets.Changes;
using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Changes;

/// <summary>Values that stand for others.</summary>
public sealed class MeantValuesTests
{
    [Theory]
    [InlineData(";", "drama;Comedy", "drama;comedy")]
    [InlineData(";", "Comedy;comedy", "comedy")]
    [InlineData(";", "comdey ; drama", "comedy;drama")]
    [InlineData(";", "drama; action", "drama; action")]
    [InlineData(";", "unknown", "[]")]
    [InlineData(";", "unknown;drama", "drama")]
    [InlineData(";", "[]", "[]")]
    [InlineData("、", "Comedy、drama", "comedy、drama")]
    [InlineData("json", "[\"Comedy\", \"drama\"]", "[\"comedy\", \"drama\"]")]
    [InlineData("json", "['comdey']", "[\"comedy\"]")]
    public void A_label_gets_the_name_that_is_meant_within_its_cell(string separator, string cell, string meant)
    {
        ValueMeaning Of(string written, string name) => new() { Column = "genre", Written = written, Meant = name, Separator = separator };
        var table = new RawTable("t", [new TextColumn("genre", [cell, null])], "");
        var changed = ChangedRows.Apply(table, new RowChanges { Meanings = [Of("Comedy", "comedy"), Of("comdey", "comedy"), Of("unknown", "")] });

        Assert.Equal(meant, changed.Get<TextColumn>("genre")[0]);
        Assert.Null(changed.Get<TextColumn>("genre")[1]);
    }

    [Fact]
    public void A_whole_cell_and_the_labels_in_it_are_told_apart()
    {
        var table = new RawTable("t", [new TextColumn("genre", ["a;b", "a", "x"])], "");
        var changed = ChangedRows.Apply(table, new RowChanges
        {
            Meanings = [new() { Column = "genre", Written = "a", Meant = "c", Separator = ";" }, new() { Column = "genre", Written = "x", Meant = "a;b" }],
        });

        Assert.Equal(["c;b", "c", "c;b"], Enumerable.Range(0, 3).Select(row => changed.Get<TextColumn>("genre")[row]));
    }
}
