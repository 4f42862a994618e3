using Builder.Datasets.Columns;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Splits;

public sealed class GivenPartsTests
{
    [Theory]
    [InlineData("train", Part.Train)]
    [InlineData(" Training_Set ", Part.Train)]
    [InlineData("训练集", Part.Train)]
    [InlineData("VAL", Part.Validation)]
    [InlineData("dev", Part.Validation)]
    [InlineData("valid images", Part.Validation)]
    [InlineData("验证", Part.Validation)]
    [InlineData("test-data", Part.Test)]
    [InlineData("测试数据集", Part.Test)]
    [InlineData("trainer", null)]
    [InlineData("set", null)]
    [InlineData("contest", null)]
    [InlineData("cat", null)]
    public void Parts_are_called_by_many_names(string name, Part? part) => Assert.Equal(part, PartNames.Of(name));

    [Fact]
    public void What_no_row_is_for_is_drawn_from_the_training_rows_where_that_is_asked_for()
    {
        var table = Table([.. Enumerable.Repeat("train", 80), .. Enumerable.Repeat("test", 20)]);
        var split = new GivenSplit { By = "part", Validation = 0.25, Test = 0.5, Seed = 3 };
        var parts = GivenParts.Read(table, split);

        Assert.Equal((60, 20, 20), (parts.Count(p => p == Part.Train), parts.Count(p => p == Part.Validation), parts.Count(p => p == Part.Test)));
        Assert.All(parts[80..], part => Assert.Equal(Part.Test, part));
        Assert.Equal(parts, GivenParts.Read(table, split));
        Assert.Equal(80, GivenParts.Read(table, new GivenSplit { By = "part" }).Count(p => p == Part.Train));
    }

    private static RawTable Table(string[] parts) => new("t.csv", [new TextColumn("part", parts)], "");
}
