using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>The same table in files of all kinds gives the same columns, for the Data page, for training and for predictions.</summary>
public sealed class SameTableTests : IDisposable
{
    private const int Tables = 25;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => [.. TableWriters.All.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_table_is_read_the_same_from_any_kind_of_file(string kind)
    {
        var random = new Random(17);
        for (var number = 0; number < Tables; number++)
        {
            var table = Draw(random);

            // The ending says nothing.
            var name = $"{number}-{kind.Replace('.', '-')}.csv";
            _folder.Write(name, TableWriters.All[kind](table));
            var inspection = SourceInspection.Of(new TableSource { Path = name }, _folder.Path, TestContext.Current.CancellationToken);

            Assert.Equal(table.Names, inspection.Columns.Select(c => c.Name));
            for (var i = 0; i < table.Names.Length; i++)
            {
                AssertColumn(table, i, inspection.Table.Columns[i]);
            }

            var spec = new DataSet { Id = "data", Source = inspection.Source, Columns = inspection.Columns };
            AssertAlike(inspection.Table, DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken));
            AssertAlike(inspection.Table, DataImport.ReadForPrediction(spec, Path.Combine(_folder.Path, name), ct: TestContext.Current.CancellationToken));
        }
    }

    private static PlainTable Draw(Random random)
    {
        string[] words = ["red", "green", "dark blue", "it's", "5\" nail", "a, b; c", "Größe", "北京", "ends\\", "<b>"];
        string[] names = ["size", "kind", "day", "note", "big number"];
        var rows = Enumerable.Range(0, random.Next(12, 40)).Select(i => new object?[]
        {
            random.Next(10) == 0 ? null : Math.Round(random.NextDouble() * 100, 3),
            words[random.Next(words.Length)],
            random.Next(12) == 0 ? null : new DateOnly(2020, 1, 1).AddDays(random.Next(2000)),
            random.Next(6) == 0 ? null : $"{words[random.Next(words.Length)]} {i}",
            (double)random.Next(1_000, 2_000_000),
        }).ToArray();
        return new(names, rows);
    }

    private static void AssertColumn(PlainTable table, int index, RawColumn column)
    {
        var expected = table.Rows.Select(r => r[index]).ToArray();
        if (expected.All(c => c is null or double))
        {
            Assert.Equal(expected.Select(c => c is double number ? number : double.NaN), Assert.IsType<NumberColumn>(column).Values);
        }
        else
        {
            var texts = Assert.IsType<TextColumn>(column);
            Assert.Equal(expected.Select(TableWriters.Plain), Enumerable.Range(0, texts.Count).Select(row => texts[row]));
        }
    }

    private static void AssertAlike(RawTable expected, RawTable actual)
    {
        foreach (var column in expected.Columns)
        {
            var other = actual.Columns.Single(c => c.Name == column.Name);
            Assert.Equal(Enumerable.Range(0, column.Count).Select(row => Text(column, row)), Enumerable.Range(0, other.Count).Select(row => Text(other, row)));
        }
    }

    private static string? Text(RawColumn column, int row) => column is NumberColumn numbers ? $"{numbers.Values[row]:R}" : ((TextColumn)column)[row];
}
