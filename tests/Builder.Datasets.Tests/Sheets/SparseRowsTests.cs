using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

public sealed class SparseRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Cells_of_a_sparse_row_are_read_whatever_blank_stands_behind_their_place()
    {
        _folder.Write("t.arff", "@relation t\n@attribute a numeric\n@attribute b numeric\n@attribute kind {x, y}\n@data\n{0\t5, 1 2}\n{1\t7,2 y}\n{ 0 3 }\n{0\t4}\n{}\n{2\ty}\n");

        var table = SourceInspection.Of(new TableSource { Path = "t.arff" }, _folder.Path, TestContext.Current.CancellationToken).Table;

        Assert.Equal([5, 0, 3, 4, 0, 0], table.Get<NumberColumn>("a").Values);
        Assert.Equal([2, 7, 0, 0, 0, 0], table.Get<NumberColumn>("b").Values);
        Assert.Equal(["x", "y", "x", "x", "x", "y"], Enumerable.Range(0, 6).Select(row => table.Get<TextColumn>("kind")[row]));
    }

    public void Dispose() => _folder.Dispose();
}
