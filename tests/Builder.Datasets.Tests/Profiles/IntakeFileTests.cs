using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Profiles;

/// <summary>Files as people bring them, see tests/golden/intake: whatever they are, their cells are read.</summary>
public sealed class IntakeFileTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Intake");

    [Theory]
    [InlineData("a-1252-header", "windows-1252", "Größe Preis Verkauft", "nein", 1)]
    [InlineData("c-1251", "windows-1251", "город цена продано", "Казань Москва Омск", 0)]
    [InlineData("d-sjis", "shift-jis", "name price label", "みかん りんご テスト", 0)]
    [InlineData("g-euckr", "euc-kr", "도시 가격 결과", "대구 부산 서울", 0)]
    [InlineData("k-utf16", "utf-16le", "Größe Preis Verkauft", "ja nein", 2)]
    [InlineData("f-late-latin1", "windows-1252", "a b town", "Lyon Orléans", 2)]
    public void The_encoding_is_found_by_the_words_it_makes(string file, string encoding, string names, string texts, int column)
    {
        var inspection = Inspect($"R08-encodings/{file}.csv");

        Assert.Equal(encoding, Assert.IsType<TableSource>(inspection.Source).Encoding);
        Assert.Equal(names, string.Join(' ', inspection.Columns.Select(c => c.Name)));
        if (inspection.Table.Columns[column] is TextColumn found)
        {
            Assert.Equal(texts, string.Join(' ', found.Entries.Order(StringComparer.Ordinal)));
        }

        AssertReadAlike(inspection);
    }

    private static SourceInspection Inspect(string file) => SourceInspection.Of(new TableSource { Path = file }, s_folder, TestContext.Current.CancellationToken);

    /// <summary>Training and predictions see the cells that the Data page shows.</summary>
    private static void AssertReadAlike(SourceInspection inspection)
    {
        var source = (TableSource)inspection.Source;
        var spec = new DataSet { Id = "data", Source = source, Columns = inspection.Columns };
        var trained = DataImport.Read(spec, s_folder, TestContext.Current.CancellationToken);
        var predicted = DataImport.ReadForPrediction(spec, Path.Combine(s_folder, source.Path), ct: TestContext.Current.CancellationToken);
        foreach (var column in inspection.Table.Columns)
        {
            Assert.Equal(Cells(column), Cells(trained.Columns.Single(c => c.Name == column.Name)));
            Assert.Equal(Cells(column), Cells(predicted.Columns.Single(c => c.Name == column.Name)));
        }
    }

    private static object?[] Cells(RawColumn column) => column is NumberColumn numbers
        ? [.. numbers.Values.Select(v => (object)v)]
        : [.. Enumerable.Range(0, column.Count).Select(row => ((TextColumn)column)[row])];
}
