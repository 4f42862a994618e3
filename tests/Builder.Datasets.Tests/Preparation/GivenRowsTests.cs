using Builder.Datasets.Preparation;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Preparation;

public sealed class GivenRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static DataSet Described { get; } = new()
    {
        Id = "table",
        Source = new TableSource { Path = "data.csv" },
        Columns =
        [
            new DataColumn { Name = "name", Type = ColumnType.Id },
            new DataColumn { Name = "size", Type = ColumnType.Number, Transforms = [new Impute(), new Standardize()] },
            new DataColumn { Name = "colour", From = "farbe", Type = ColumnType.Category, Transforms = [new OneHot()] },
        ],
        Rows = new RowSelection { Where = [new RowCondition { Column = "use", In = ["yes"] }] },
        Split = new RandomSplit { Validation = 0.2, Test = 0.2, Seed = 1 },
    };

    [Fact]
    public void Typed_rows_become_the_very_numbers_that_the_same_rows_of_a_file_become()
    {
        var data = Prepared();
        var table = GivenRows.Table("", Described, data.Fitted, ["size", "colour"],
        [
            new Dictionary<string, string?> { ["size"] = " 3 ", ["colour"] = "red" },
            new Dictionary<string, string?> { ["size"] = "", ["farbe"] = "blue" },
        ]);
        File.WriteAllText(Path.Combine(_folder.Path, "new.csv"), "size,farbe\n3,red\n,blue\n");

        var typed = DataPreparation.Apply(Described, data.Fitted, table, ["size", "colour"]);
        var read = DataPreparation.Apply(Described, data.Fitted, Path.Combine(_folder.Path, "new.csv"), ["size", "colour"]);

        Assert.Equal(2, typed.Test.Length);
        Assert.Equal((float[])read.Columns["size"].Values, (float[])typed.Columns["size"].Values);
        Assert.Equal((float[])read.Columns["colour"].Values, (float[])typed.Columns["colour"].Values);
    }

    [Theory]
    [InlineData("850K", true, "850000")]
    [InlineData("1.2 Mio.", true, "1200000")]
    [InlineData("850", true, "850")]
    [InlineData("1.2 Mio.", false, "1.2 Mio.")]
    public void A_typed_number_is_multiplied_where_the_training_file_is(string text, bool are, string plain) =>
        Assert.Equal(plain, GivenRows.Plain(Described with { Source = ((TableSource)Described.Source).WithMagnitudes("size", are) }, Prepared().Fitted, "size", text));

    [Fact]
    public void Rows_are_found_again_in_their_source_as_they_stand_there()
    {
        var data = Prepared();
        var rows = data.Test.Select(start => data.SourceRow(start)).ToArray();

        var values = SourceValues.Read(Described, SourceValues.Open(Described, _folder.Path, data)!, data.Fitted, ["size", "colour"], rows);

        Assert.Equal(rows.Order(), values.Keys.Order());
        Assert.All(values, row =>
        {
            Assert.Equal($"n{row.Key}", row.Value["name"]);
            Assert.Equal(row.Key % 5 == 0 ? null : $"{row.Key}.5", row.Value["size"]);
            Assert.Equal(row.Key % 2 == 0 ? "red" : "blue", row.Value["colour"]);
        });
    }

    [Fact]
    public void A_source_that_has_been_changed_since_tells_nothing()
    {
        var data = Prepared();
        File.AppendAllText(Path.Combine(_folder.Path, "data.csv"), "n40,1,red,yes\n");

        Assert.Null(SourceValues.Open(Described, _folder.Path, data));
    }

    [Fact]
    public void A_picture_that_is_not_there_is_told_by_its_name()
    {
        var column = new Builder.Datasets.Transforms.FittedColumn(
            "picture", "picture", ColumnType.Picture, WindowRole.Input, new ColumnSchema("picture", ElementType.Float32, [1, 8, 8], null, [], null), []);

        var problem = Assert.Throws<DataException>(() => GivenRows.Pictures("", column, ["/nowhere/cat.png"]).Get<Builder.Datasets.Columns.PictureColumn>("picture").Decode(0));

        Assert.Contains("“cat.png”", problem.Words.En, StringComparison.Ordinal);
        Assert.Contains("“cat.png”", problem.Words.Zh, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private PreparedData Prepared()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "data.csv"), "name,size,farbe,use\n" + string.Concat(
            Enumerable.Range(0, 40).Select(i => $"n{i},{(i % 5 == 0 ? "" : $"{i}.5")},{(i % 2 == 0 ? "red" : "blue")},{(i % 7 == 0 ? "no" : "yes")}\n")));
        return DataPreparation.Prepare(Described, _folder.Path);
    }
}
