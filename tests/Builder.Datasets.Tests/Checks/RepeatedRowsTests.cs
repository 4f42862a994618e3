using System.Globalization;
using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Checks;

public class RepeatedRowsTests
{
    [Fact]
    public void Rows_that_agree_in_all_columns_in_use_are_counted_and_ids_do_not_tell_them_apart()
    {
        var table = Table([1, 2, 1, 3, 1], ["a", "b", "a", "c", "x"]);

        var found = RepeatedRows.Find(Set(new RandomSplit { Validation = 0.2, Test = 0.2 }), table);

        Assert.Equal(1, found?.Repeats);
    }

    [Fact]
    public void Every_test_row_whose_twin_is_learned_from_is_counted()
    {
        var numbers = Enumerable.Range(0, 200).Select(i => (double)(i % 100)).ToArray();
        var table = Table(numbers, [.. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))]);

        var found = RepeatedRows.Find(Set(new TimeSplit { Validation = 0, Test = 0.25 }), table);

        Assert.Equal((100, 50, 50), (found?.Repeats, found?.Test, found?.Known));
        Assert.False(found?.AreExpected);
    }

    [Fact]
    public void Missing_values_are_alike_and_few_different_values_make_repeats_no_wonder()
    {
        var table = Table([double.NaN, double.NaN, 1, 1], [null, null, "a", "b"]);

        var found = RepeatedRows.Find(Set(new RandomSplit { Validation = 0.25, Test = 0.25 }), table);

        Assert.Equal((1, true), (found?.Repeats, found?.AreExpected));
    }

    [Fact]
    public void A_data_set_that_asks_for_it_uses_each_row_once_and_counts_its_limit_afterwards()
    {
        var table = Table([1, 2, 1, 3, 2, 4], ["a", "b", "a", "c", "x", "d"]);
        var set = Set(new RandomSplit { Validation = 0.2, Test = 0.2 }) with { Rows = new RowSelection { Distinct = true, Limit = 4 } };

        var kept = RowSelector.Select(table, set);

        Assert.Equal([1.0, 2, 3, 2], kept.Get<NumberColumn>("size").Values);
        Assert.Equal([0, 1, 3, 4], Enumerable.Range(0, 4).Select(kept.SourceRow));
    }

    [Fact]
    public void A_file_reads_with_each_row_once()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "t.csv"), "size,name\n1,a\n1,a\n2,b\n1,b\n");
        var set = new DataSet
        {
            Id = "d", Source = new TableSource { Path = "t.csv" }, Rows = new RowSelection { Distinct = true },
            Columns = [new DataColumn { Name = "size", Type = ColumnType.Number }, new DataColumn { Name = "name", Type = ColumnType.Category }],
        };

        Assert.Equal(3, DataImport.Read(set, folder.Path, TestContext.Current.CancellationToken).RowCount);
        Assert.Equal(true, DataJson.Read(System.Text.Json.JsonDocument.Parse(DataJson.Write([set])).RootElement)[0].Rows?.Distinct);
    }

    private static RawTable Table(double[] size, string?[] name) => new(
        "t.csv", [new NumberColumn("size", size), new TextColumn("name", name), new TextColumn("id", [.. size.Select((_, i) => $"r{i}")])], "");

    private static DataSet Set(Split split) => new()
    {
        Id = "d", Source = new TableSource { Path = "t.csv" }, Split = split,
        Columns =
        [
            new DataColumn { Name = "size", Type = ColumnType.Number }, new DataColumn { Name = "name", Type = ColumnType.Category },
            new DataColumn { Name = "id", Type = ColumnType.Id },
        ],
    };
}
