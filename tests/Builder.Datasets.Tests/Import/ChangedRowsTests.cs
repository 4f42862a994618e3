using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Import;

public sealed class ChangedRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly DataSet Table = new()
    {
        Id = "t",
        Source = new TableSource { Path = "t.csv" },
        Columns = [new() { Name = "x", Type = ColumnType.Number }, new() { Name = "kind", Type = ColumnType.Category }],
        Split = new RandomSplit(),
    };

    public ChangedRowsTests() => _folder.Write("t.csv", "x,kind\n1,a\n2,b\n3,a\n4,\n5,b\n6,a\n");

    [Fact]
    public void Rows_left_out_are_gone_and_cells_corrected_while_row_numbers_stay()
    {
        var table = Read(new() { LeftOut = RowNumbers.Of(1, 3), Corrections = [Cell(2, "x", "2.5"), Cell(4, "kind", "c"), Cell(5, "kind", "")] });

        Assert.Equal([2.5, 4, 5, 6], table.Get<NumberColumn>("x").Values);
        Assert.Equal(["b", "c", null, "a"], Enumerable.Range(0, 4).Select(row => table.Get<TextColumn>("kind")[row]));
        Assert.Equal([2, 4, 5, 6], Enumerable.Range(0, 4).Select(table.RowNumber));
        Assert.Equal("x,kind\n1,a\n2,b\n3,a\n4,\n5,b\n6,a\n", File.ReadAllText(Path.Combine(_folder.Path, "t.csv")));
    }

    [Fact]
    public void What_a_person_corrected_is_selected_by_its_new_value()
    {
        var spec = Table with
        {
            Rows = new() { Where = [new() { Column = "kind", In = ["a"] }], Limit = 2 },
            Changes = new() { LeftOut = RowNumbers.Of(1), Corrections = [Cell(2, "kind", "a")] },
        };

        var table = DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal([2, 3], table.Get<NumberColumn>("x").Values);
    }

    [Fact]
    public void Values_that_stand_for_others_do_so_in_training_in_new_files_and_in_typed_rows()
    {
        RowChanges changes = new() { Meanings = [Meaning("kind", "b", "a"), Meaning("kind", "", "c"), Meaning("x", "5", ""), Meaning("x", "", "7")] };
        var spec = Table with { Changes = changes, Split = new RandomSplit { Validation = 0, Test = 0 }, Columns = [Table.Columns[0] with { Transforms = [new Impute()] }, Table.Columns[1] with { Transforms = [new Ordinal()] }] };
        var read = DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken);
        var prepared = DataPreparation.Prepare(spec, _folder.Path, TestContext.Current.CancellationToken);
        var file = DataPreparation.ReadNewRows(spec, _folder.Write("new.csv", "x,kind\n5,b\n,\n2,d\n"), ["x", "kind"], TestContext.Current.CancellationToken);
        var typed = GivenRows.Table("typed", spec, prepared.Fitted, ["x", "kind"], [new Dictionary<string, string?> { ["x"] = "5.0", ["kind"] = "b" }]);

        Assert.Equal([1, 2, 3, 4, double.NaN, 6], read.Get<NumberColumn>("x").Values);
        Assert.Equal(["a", "a", "a", "c", "a", "a"], Texts(read, "kind"));
        Assert.Equal(2, prepared.Schema.Find("kind")!.Classes);
        Assert.Equal([double.NaN, 7, 2], file.Get<NumberColumn>("x").Values);
        Assert.Equal(["a", "c", "d"], Texts(file, "kind"));
        Assert.Equal((null, "a"), (typed.Get<TextColumn>("x")[0], typed.Get<TextColumn>("kind")[0]));
        Assert.Equal(changes, System.Text.Json.JsonSerializer.Deserialize<RowChanges>(System.Text.Json.JsonSerializer.Serialize(changes, DataJson.Options), DataJson.Options));

        static IEnumerable<string?> Texts(RawTable table, string column) => Enumerable.Range(0, table.RowCount).Select(row => table.Get<TextColumn>(column)[row]);
        static ValueMeaning Meaning(string column, string written, string meant) => new() { Column = column, Written = written, Meant = meant };
    }

    [Fact]
    public void A_row_limit_counts_the_rows_that_are_used()
    {
        var spec = Table with { Rows = new() { Limit = 2 }, Changes = new() { LeftOut = RowNumbers.Of(1, 2) } };
        Assert.Equal([3, 4], DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken).Get<NumberColumn>("x").Values);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_word_among_numbers_is_mended_by_correcting_or_leaving_out_its_row(bool leaveOut)
    {
        _folder.Write("t.csv", "x,kind\n1,a\nsome 2,b\n3,a\n4,b\n5,b\n");
        RowChanges mended = leaveOut ? new() { LeftOut = RowNumbers.Of(2) } : new() { Corrections = [Cell(2, "x", "2")] };

        Assert.Equal([1, double.NaN, 3, 4, 5], Read(null).Get<NumberColumn>("x").Values);
        Assert.Equal(leaveOut ? [1, 3, 4, 5] : [1, 2, 3, 4, 5], Read(mended).Get<NumberColumn>("x").Values);
        Assert.Equal([new StrangeCell(1, 3, "some 2")], Assert.IsType<NumberColumn>(Inspect(null).Table.Columns[0]).Findings.Strange);
        Assert.Equal(0, Assert.IsType<NumberColumn>(Inspect(mended).Table.Columns[0]).Findings.StrangeCount);
    }

    [Fact]
    public void A_number_that_is_corrected_to_a_word_makes_the_column_one_of_words()
    {
        var changes = new RowChanges { Corrections = [Cell(2, "x", "many")] };
        Assert.Equal("many", Assert.IsType<TextColumn>(Inspect(changes).Table.Columns[0])[1]);
        Assert.Equal("data-correction-no-number", Assert.Throws<DataException>(() => Read(changes)).Code);
    }

    [Fact]
    public void The_profile_counts_only_rows_that_are_used()
    {
        var inspection = Inspect(new() { LeftOut = RowNumbers.Of(4, 6) });
        Assert.Equal((4, 0), (inspection.Profiles[1].Count, inspection.Profiles[1].Missing));
        Assert.Equal(5, inspection.Table.RowNumber(3));
    }

    [Fact]
    public void Changes_of_another_file_are_refused_in_words()
    {
        var of = Read(null).Fingerprint;
        Assert.Equal(5, Read(new() { Of = of, LeftOut = RowNumbers.Of(1) }).RowCount);

        _folder.Write("t.csv", "x,kind\n9,a\n8,b\n");

        var refused = Assert.Throws<DataException>(() => Read(new() { Of = of, LeftOut = RowNumbers.Of(1) }));
        Assert.Equal(DataException.ExchangedFile, refused.Code);
    }

    [Fact]
    public void Every_row_left_out_is_said()
    {
        Assert.Equal("data-no-rows", Assert.Throws<DataException>(() => Read(new() { LeftOut = RowNumbers.Of(Enumerable.Range(1, 6)) })).Code);
        Assert.Equal("data-no-rows", Assert.Throws<DataException>(() => Inspect(new() { LeftOut = RowNumbers.Of(Enumerable.Range(1, 6)) })).Code);
    }

    [Fact]
    public void The_fingerprint_of_prepared_data_follows_the_changes()
    {
        string Of(RowChanges? changes) => DataPreparation.Prepare(Table with { Changes = changes }, _folder.Path, TestContext.Current.CancellationToken).Fingerprint;
        Assert.Equal(3, new[] { Of(new() { LeftOut = RowNumbers.Of(4) }), Of(new() { LeftOut = RowNumbers.Of(1, 4) }), Of(new() { Corrections = [Cell(4, "kind", "a")] }) }.Distinct().Count());
    }

    [Fact]
    public void Parts_are_drawn_from_the_rows_that_are_used()
    {
        var prepared = DataPreparation.Prepare(Table with { Changes = new() { LeftOut = RowNumbers.Of(2, 4) } }, _folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(4, prepared.Schema.TrainSamples + prepared.Schema.ValidationSamples + prepared.Schema.TestSamples);
    }

    [Fact]
    public void A_row_that_no_file_has_is_not_corrected()
    {
        var table = Read(new() { Corrections = [Cell(-3, "x", "9"), Cell(0, "x", "9"), Cell(7, "kind", "z")] });

        Assert.Equal([1.0, 2, 3, 4, 5, 6], table.Get<NumberColumn>("x").Values);
        Assert.DoesNotContain("z", table.Get<TextColumn>("kind").Entries);
    }

    [Fact]
    public void Dates_of_which_one_means_another_are_still_read_in_the_order_of_their_column()
    {
        _folder.Write("d.csv", "day\n01/02/2020\n03/04/2020\n05/06/2020\n");
        var spec = Table with
        {
            Source = new TableSource { Path = "d.csv", DateOrders = TableSource.NoDateOrders.Add("day", DateOrder.DayFirst) },
            Columns = [new() { Name = "day", Type = ColumnType.Date }],
            Changes = new() { Meanings = [new() { Column = "day", Written = "05/06/2020", Meant = "01/02/2020" }] },
        };
        var days = DataImport.Read(spec, _folder.Path, TestContext.Current.CancellationToken).Get<TextColumn>("day");

        Assert.Equal(DateOrder.DayFirst, days.Dates?.Order);
        Assert.Equal("01/02/2020", days[2]);
    }

    public void Dispose() => _folder.Dispose();

    private RawTable Read(RowChanges? changes) => DataImport.Read(Table with { Changes = changes }, _folder.Path, TestContext.Current.CancellationToken);

    private SourceInspection Inspect(RowChanges? changes) => SourceInspection.Of(Table.Source, changes, _folder.Path, TestContext.Current.CancellationToken);

    private static CellCorrection Cell(int row, string column, string value) => new() { Row = row, Column = column, Value = value };
}
