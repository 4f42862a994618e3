using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Web.Use.Models;

namespace Builder.Web.Tests.Use;

public sealed class RecentRowsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("builder-recent-").FullName;

    /// <summary>Where a person has said that a table begins elsewhere, its rows have other numbers than the file alone would give them.</summary>
    [Fact]
    public void Rows_to_begin_with_are_those_that_were_trained_on()
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), "t;level\n1;5,5\n2;six\n3;7,25\n4;8\n5;9\n6;1,5\n7;2\n");
        var set = new DataSet
        {
            Id = "levels",
            Source = new TableSource { Path = "t.csv", Delimiter = ";", Decimal = ",", LinesAbove = 2, Header = false },
            Columns = [new() { Name = "column 1", Type = ColumnType.Number }, new() { Name = "column 2", Type = ColumnType.Number }],
            Windows = new() { Length = 2, OrderBy = "column 1" },
            Split = new TimeSplit { By = "column 1" },
            Changes = new RowChanges
            {
                Of = "an earlier file", LeftOut = RowNumbers.Of(2), Corrections = [new CellCorrection { Row = 3, Column = "column 2", Value = "1.234" }],
            },
        };

        var rows = RecentRows.Read(Model(set))!;

        Assert.Equal(["2", "4", "5", "6", "7"], Column("column 1"));
        Assert.Equal([null, "1.234", "9", "1.5", "2"], Column("column 2"));
        Assert.Equal(1.234, double.Parse(rows.CellOf(Input("column 2"), rows.Value("column 2", 1)).Text!, System.Globalization.CultureInfo.InvariantCulture));

        IEnumerable<string?> Column(string name) => Enumerable.Range(0, rows.Count).Select(row => rows.Value(name, row));
    }

    [Fact]
    public void A_file_that_is_not_there_any_more_has_none() => Assert.Null(RecentRows.Read(Model(new DataSet
    {
        Id = "levels", Source = new TableSource { Path = "gone.csv" }, Columns = [new() { Name = "column 1", Type = ColumnType.Number }],
    })));

    public void Dispose() => TemporaryFolders.Delete(_folder);

    private static InputDescription Input(string name) => new(name, "number", null, null, null, null, null, false, null);

    private UseModel Model(DataSet set)
    {
        var document = ProjectDocument.Create("Levels");
        return new(
            "bcdfghjkmnpq", _folder, null!, document with { Data = document.Data.Add(set.Id, set) },
            new ModelDescription(TaskKind.Regression, [Input("column 1"), Input("column 2")], [], null, 2), null);
    }
}
