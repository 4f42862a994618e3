using System.Text;
using Builder.Datasets.Archives;
using Builder.Datasets.Profiles;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Tables in a zip in a zip: read where what they unpack to is bounded, and refused in words where it is not.</summary>
public sealed class ZipTablesTests : IDisposable
{
    private static readonly byte[] s_table = Encoding.UTF8.GetBytes("place,pieces\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"A,{i}\n")));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_table_of_each_zip_can_be_chosen()
    {
        Write(("2023.zip", TableWriters.Zip(("a.csv", "x,y\n1,2\n3,4\n"u8.ToArray()))), ("more/2024.zip", TableWriters.Zip(("b.csv", s_table), ("readme.md", [65]))));

        Assert.Equal(["2023.zip/a.csv", "more/2024.zip/b.csv"], TableFiles.Tables(Path.Combine(_folder.Path, "t.zip")));
        Assert.Equal((50, "more/2024.zip/b.csv"), Look(null));
        Assert.Equal((2, "2023.zip/a.csv"), Look("2023.zip/a.csv"));
        Assert.Equal("sheet-missing", Refused("2025.zip/a.csv"));
    }

    [Fact]
    public void Where_there_is_a_table_zips_beside_it_are_left_alone()
    {
        Write(("b.csv", s_table), ("broken.zip", [1, 2, 3]));
        Assert.Equal(["b.csv"], TableFiles.Tables(Path.Combine(_folder.Path, "t.zip")));
    }

    [Fact]
    public void A_bomb_of_two_levels_is_refused()
    {
        // By itself the inner one is none: 45 kB for 20 MB. But of its 20 kB for the zeros the outer one leaves hardly any.
        var content = new byte[20_025_000];
        new Random(1).NextBytes(content.AsSpan(0, 25_000));
        var inner = TableWriters.Zip(("a.csv", content));
        SafeZip.Open(new MemoryStream(inner), "inner.zip").Dispose();
        Write(("inner.zip", inner));
        Assert.Equal("archive-bomb", Refused(null));
    }

    [Fact]
    public void Zips_of_three_levels_damaged_ones_and_very_many_are_refused_in_words()
    {
        Write(("a.zip", TableWriters.Zip(("b.zip", TableWriters.Zip(("c.csv", s_table))))));
        Assert.Equal("sheet-no-table", Refused(null));
        Write(("a.zip", TableWriters.Zip(("c.csv", s_table))[..60]));
        Assert.Equal("archive-corrupt", Refused(null));
        Write([.. Enumerable.Range(0, 101).Select(i => ($"{i}.zip", TableWriters.Zip(("c.csv", s_table))))]);
        Assert.Equal("archive-too-many-archives", Refused(null));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(params (string Name, byte[] Bytes)[] files) => File.WriteAllBytes(Path.Combine(_folder.Path, "t.zip"), TableWriters.Zip(files));

    private (int Rows, string? Sheet) Look(string? sheet)
    {
        var inspection = SourceInspection.Of(new TableSource { Path = "t.zip", Sheet = sheet }, _folder.Path, TestContext.Current.CancellationToken);
        return (inspection.Table.RowCount, ((TableSource)inspection.Source).Sheet);
    }

    private string Refused(string? sheet) => Assert.Throws<DataException>(() => Look(sheet)).Code;
}
