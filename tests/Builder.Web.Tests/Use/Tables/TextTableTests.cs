using Builder.Graph.Data;
using Builder.Web.Use.Tables;

namespace Builder.Web.Tests.Use.Tables;

public sealed class TextTableTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("builder-text-").FullName, "t.csv");

    [Fact]
    public void Rows_to_begin_with_are_those_that_were_trained_on()
    {
        File.WriteAllText(_file, "day,size\n1,5\n2,six\n3,7\n");
        var table = TextTable.Read(_file, null, ["day"], TestContext.Current.CancellationToken);

        var changed = table.With(new RowChanges
        {
            Of = "an earlier file", LeftOut = RowNumbers.Of(1), Corrections = [new CellCorrection { Row = 2, Column = "size", Value = "6" }],
        });

        Assert.Equal(["6", "7"], Enumerable.Range(0, changed.Count).Select(row => changed.Value("size", row)));
        Assert.Same(table, table.With(null));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
}
