using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Preparation;

public class CombineTests
{
    [Fact]
    public void Columns_stand_side_by_side_in_the_order_asked_for()
    {
        var data = Tables.Prepare(
            Tables.Of(Tables.Numbers("x", 1, 2, 3), Tables.Texts("c", "a", "b", "a"), Tables.Numbers("y", 7, 8, 9)),
            Tables.Number("x"), Tables.Category("c", new OneHot()), Tables.Category("c") with { Name = "k", From = "c" }, Tables.Number("y"));

        var block = data.Combine(["y", "c", "k", "x"]);

        Assert.Equal([5], block.RowShape);
        Assert.Equal([7, 1, 0, 0, 1, 8, 0, 1, 1, 2, 9, 1, 0, 0, 3], (float[])block.Values);
    }

    [Fact]
    public void Columns_of_a_series_become_windows_of_several_numbers_a_row()
    {
        var data = Tables.Prepare(
            Tables.Of(Tables.Numbers("x", 1, 2, 3), Tables.Numbers("y", 7, 8, 9)),
            Tables.Data(new TimeSplit { Validation = 0, Test = 0 }, Tables.Number("x"), Tables.Number("y")) with { Windows = new Windows { Length = 2 } });

        var block = data.Combine(["x", "y"]);

        Assert.Equal([2, 2], block.SampleShape);
        Assert.Equal((2, 0), (block.WindowLength, block.WindowOffset));
        Assert.Equal([1, 7, 2, 8, 3, 9], (float[])block.Values);
    }

    [Fact]
    public void A_text_and_columns_of_different_windows_cannot_be_joined()
    {
        var data = Tables.Prepare(
            Tables.Of(Tables.Numbers("x", 1, 2, 3), Tables.Texts("t", "one", "two words", "three")),
            Tables.Data(
                new TimeSplit { Validation = 0, Test = 0 },
                Tables.Number("x"),
                Tables.Number("x") with { Name = "y", From = "x", Window = WindowRole.Target },
                Tables.Text("t")) with { Windows = new Windows { Length = 2 } });

        Assert.Equal("data-cannot-combine", Assert.Throws<DataException>(() => data.Combine(["x", "t"])).Code);
        Assert.Equal("data-cannot-combine", Assert.Throws<DataException>(() => data.Combine(["x", "y"])).Code);
    }
}
