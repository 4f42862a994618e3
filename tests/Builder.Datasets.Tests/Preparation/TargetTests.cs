using Builder.Datasets.Preparation;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Preparation;

public class TargetTests
{
    [Fact]
    public void A_target_of_one_class_cannot_be_learned()
    {
        var data = Tables.Prepare(Tables.Of(Tables.Texts("c", "cat", "cat", "cat")), Tables.Category("c"));

        var problem = Assert.Throws<DataException>(() => data.CheckTarget("c"));

        Assert.Equal("data-one-class", problem.Code);
        Assert.Contains("\"cat\"", problem.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_of_one_value_cannot_be_learned()
    {
        var data = Tables.Prepare(Tables.Of(Tables.Numbers("y", 7.5, 7.5)), Tables.Number("y", new Standardize()));

        var problem = Assert.Throws<DataException>(() => data.CheckTarget("y"));

        Assert.Equal("data-constant-target", problem.Code);
        Assert.Contains("7.5", problem.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_only_rows_held_back_have_is_named_by_its_row()
    {
        var table = Tables.Of(Tables.Texts("c", "a", "b", "a", "z"), Tables.Texts("part", "train", "train", "test", "test"));
        var data = Tables.Prepare(table, Tables.Data(new GivenSplit { By = "part" }, Tables.Category("c")));

        var problem = Assert.Throws<DataException>(() => data.CheckTarget("c"));

        Assert.Equal("data-unseen-class", problem.Code);
        Assert.Contains("row 4", problem.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_with_two_classes_or_several_values_is_accepted()
    {
        var data = Tables.Prepare(
            Tables.Of(Tables.Texts("c", "a", "b"), Tables.Numbers("y", 1, 2)), Tables.Category("c"), Tables.Number("y"));

        data.CheckTarget("c");
        data.CheckTarget("y");
        Assert.Equal("data-no-such-column", Assert.Throws<DataException>(() => data.CheckTarget("z")).Code);
    }

    [Fact]
    public void Rows_whose_target_is_missing_can_be_left_out()
    {
        using var folder = new TemporaryFolder();
        folder.Write("table.csv", "x,c\n1,a\n2,NA\n3,b\n4,\n5,a\n");
        var description = Tables.Data(new RandomSplit { Validation = 0, Test = 0 }, Tables.Number("x"), Tables.Category("c"));

        var cancellation = TestContext.Current.CancellationToken;
        Assert.Equal("data-missing-value", Assert.Throws<DataException>(() => DataPreparation.Prepare(description, folder.Path, cancellation)).Code);
        var data = DataPreparation.Prepare(description with { Rows = new RowSelection { Complete = ["c"], Limit = 2 } }, folder.Path, cancellation);

        Assert.Equal([1, 3], data.Floats("x"));
        Assert.Equal([0, 2], data.Train.Select(data.SourceRow));
    }

    [Fact]
    public void As_an_input_a_category_that_training_never_saw_counts_as_the_most_frequent_one_or_as_none()
    {
        var description = Tables.Data(
            new RandomSplit { Validation = 0, Test = 0 },
            Tables.Category("c"),
            Tables.Category("c", new OneHot()) with { Name = "c2", From = "c" });
        var fitted = Tables.Prepare(Tables.Of(Tables.Texts("c", "a", "b", "b")), description).Fitted;

        var data = DataPreparation.Apply(
            description, fitted, Tables.Of(Tables.Texts("c", "new", "a")), ct: TestContext.Current.CancellationToken);

        Assert.Equal([1, 0], data.Longs("c"));
        Assert.Equal([0, 0, 1, 0], data.Floats("c2"));
        Assert.Equal([0], data.Columns["c"].UnseenRows);
    }
}
