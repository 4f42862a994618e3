using System.Globalization;
using System.Text;
using System.Text.Json;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Datasets.Readings;
using Builder.Datasets.Tests.Sheets;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Readings;

/// <summary>What is kept beside a file gives the same, to the bit, as reading the file; and is never needed.</summary>
public sealed class KeptReadingTests : IDisposable
{
    private const int Tables = 12;

    private readonly TemporaryFolder _plain = new();
    private readonly TemporaryFolder _keeping = new();

    public KeptReadingTests() => Directory.CreateDirectory(Kept);

    public static TheoryData<string> Kinds => [.. TableWriters.All.Keys];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Kept => Path.Combine(_keeping.Path, ".readings");

    public void Dispose()
    {
        _plain.Dispose();
        _keeping.Dispose();
    }

    [Fact]
    public void Columns_of_a_file_that_is_written_meanwhile_are_not_put_beside_those_of_the_file_before()
    {
        var path = _keeping.Write("growing.csv", "a,b\n1,x\n2,y\n");
        using var reading = TableReading.Open(new TableSource { Path = "growing.csv" }, path, ct: Ct);
        reading.Read([new("a", 0, IsNumber: true)], ct: Ct);
        File.AppendAllText(path, "3,z\n");

        var refused = Assert.Throws<DataException>(() => reading.Read([new("a", 0, IsNumber: true), new("b", 1, IsNumber: false)], ct: Ct));

        Assert.Equal("data-changed-while-read", refused.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_table_is_the_same_from_what_is_kept_as_from_its_file(string kind)
    {
        var random = new Random(23);
        for (var number = 0; number < Tables; number++)
        {
            var name = $"{number}.csv";
            Write(name, TableWriters.All[kind](Draw(random)));
            var direct = Inspect(_plain, new TableSource { Path = name });
            var first = Inspect(_keeping, new TableSource { Path = name });
            AssertSame(direct, first);
            Assert.NotEmpty(Directory.EnumerateFiles(Kept));
            AssertSame(direct, Inspect(_keeping, new TableSource { Path = name }));

            // As every later page reads it, with what was found out; and as people change rows.
            AssertSame(Inspect(_plain, direct.Source), Inspect(_keeping, first.Source));
            var changes = Changes(random, direct.Table);
            AssertSame(Inspect(_plain, direct.Source, changes), Inspect(_keeping, direct.Source, changes));

            // Numbers as categories as well, as the target of a training may be.
            var spec = new DataSet
            {
                Id = "data",
                Source = direct.Source,
                Columns = [.. direct.Columns, .. direct.Columns.Where(c => c.Type == ColumnType.Number).Select(c => new DataColumn { Name = c.Name + " as text", From = c.Name, Type = ColumnType.Category })],
                Changes = random.Next(2) == 0 ? changes : null,
            };
            AssertSame(DataImport.Read(spec, _plain.Path, Ct), DataImport.Read(spec, _keeping.Path, Ct));
            AssertSame(DataImport.Read(spec, _plain.Path, Ct), DataImport.Read(spec, _keeping.Path, Ct));
        }
    }

    [Fact]
    public void Strange_cells_that_are_corrected_or_left_out_are_counted_as_if_the_file_were_read()
    {
        var random = new Random(5);
        for (var number = 0; number < 60; number++)
        {
            // Some columns are numbers only once a person has corrected cells.
            var strangers = random.Next(0, 8);
            var rows = random.Next(20, 60);
            var text = new StringBuilder("n,code,t\n");
            for (var row = 0; row < rows; row++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(row % 9 < strangers && random.Next(3) == 0 ? new[] { "oops", "-", "n/a", "12 kg", "1,5" }[random.Next(4)] : $"{row}.5")},0{row:000},{(row % 5 == 0 ? "2020-01-02" : "soon")}\n");
            }

            var name = $"s{number}.csv";
            Write(name, Encoding.UTF8.GetBytes(text.ToString()));
            var source = Inspect(_plain, new TableSource { Path = name }).Source;
            AssertSame(Inspect(_plain, source), Inspect(_keeping, source));
            for (var round = 0; round < 4; round++)
            {
                var changes = new RowChanges
                {
                    LeftOut = RowNumbers.Of(Enumerable.Range(1, rows).Where(_ => random.Next(6) == 0)),
                    Corrections = [.. Enumerable.Range(1, rows).Where(_ => random.Next(5) == 0).Select(row => new CellCorrection { Column = "n", Row = row, Value = "7" })],
                };
                AssertSame(Inspect(_plain, source, changes), Inspect(_keeping, source, changes));
            }
        }
    }

    [Fact]
    public void A_column_that_was_given_up_is_given_up_again_unless_enough_of_it_is_corrected()
    {
        // More than a thousand texts before any number comes.
        var text = "n\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => i < 1500 ? "text\n" : $"{i}\n"));
        Write("cut.csv", Encoding.UTF8.GetBytes(text));
        var source = Inspect(_plain, new TableSource { Path = "cut.csv" }).Source;
        AssertSame(Inspect(_plain, source), Inspect(_keeping, source));

        foreach (var corrected in new[] { 10, 400, 600, 1500 })
        {
            var changes = new RowChanges { Corrections = [.. Enumerable.Range(1, corrected).Select(row => new CellCorrection { Column = "n", Row = row, Value = "1" })] };
            AssertSame(Inspect(_plain, source, changes), Inspect(_keeping, source, changes));
        }

        Assert.IsType<NumberColumn>(Inspect(_keeping, source, new RowChanges { LeftOut = RowNumbers.Of(Enumerable.Range(1, 1500)) }).Table.Columns[0]);
    }

    [Fact]
    public void Damaged_or_cut_files_of_columns_are_read_again()
    {
        var random = new Random(9);
        Write("t.xlsx", TableWriters.All["xlsx"](Draw(random)));
        var direct = Inspect(_plain, new TableSource { Path = "t.xlsx" });
        AssertSame(direct, Inspect(_keeping, direct.Source));
        for (var round = 0; round < 120; round++)
        {
            foreach (var file in Directory.EnumerateFiles(Kept))
            {
                var bytes = File.ReadAllBytes(file);
                if (bytes.Length > 0 && random.Next(2) == 0)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                    File.WriteAllBytes(file, random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
                }
            }

            AssertSame(direct, Inspect(_keeping, direct.Source));
        }
    }

    [Fact]
    public void Many_different_texts_and_corrections_among_them_are_the_same_from_what_is_kept()
    {
        var random = new Random(17);
        var text = "id,note,kind\n" + string.Concat(Enumerable.Range(0, 9_000).Select(i => $"K-{i:00000},{(i % 11 == 0 ? "" : $"note {random.Next(7_000)} Größe 北京")},{"abc"[random.Next(3)]}\n"));
        Write("texts.csv", Encoding.UTF8.GetBytes(text));
        var direct = Inspect(_plain, new TableSource { Path = "texts.csv" });
        Assert.True(direct.Table.Get<TextColumn>("note").Entries.Length > TextEntries.MostObjects);
        AssertSame(direct, Inspect(_keeping, new TableSource { Path = "texts.csv" }));
        AssertSame(direct, Inspect(_keeping, direct.Source));

        var changes = new RowChanges
        {
            Corrections = [.. Enumerable.Range(1, 40).Select(row => new CellCorrection { Column = "note", Row = row, Value = row % 3 == 0 ? "" : row % 3 == 1 ? "quite new" : direct.Table.Get<TextColumn>("note")[row + 100] ?? "" })],
        };
        var corrected = Inspect(_keeping, direct.Source, changes);
        AssertSame(Inspect(_plain, direct.Source, changes), corrected);
        Assert.Equal(changes.Corrections.Select(c => c.Value.Length == 0 ? null : c.Value), changes.Corrections.Select(c => corrected.Table.Get<TextColumn>("note")[c.Row - 1]));
    }

    [Fact]
    public void A_table_is_kept_once_it_was_read_under_the_same_settings()
    {
        var source = new TableSource { Path = "t.csv" };
        _plain.Write("t.csv", "n;word;when\n" + string.Concat(Enumerable.Range(0, 90_000).Select(i => $"{i},250;some words {i % 9};1:{i % 60:00}:05\n")));
        Assert.False(SourceInspection.IsKept(source, _plain.Path));

        var read = SourceInspection.Keep(source, _plain.Path, Ct);
        Assert.True(SourceInspection.IsKept(source, _plain.Path));
        Assert.True(SourceInspection.IsKept(read, _plain.Path));
        Assert.False(SourceInspection.IsKept(read with { Decimal = "." }, _plain.Path));
        Assert.False(SourceInspection.IsKept(read with { Missing = [.. read.Missing, "some words 3"] }, _plain.Path));
        Assert.Equal(DataJson.Write([new DataSet { Id = "d", Source = Inspect(_plain, source).Source }]), DataJson.Write([new DataSet { Id = "d", Source = read }]));

        // So small a file is read as quickly as anything about it is looked up.
        _keeping.Write("small.csv", "a,b\n1,2\n");
        Assert.True(SourceInspection.IsKept(new TableSource { Path = "small.csv" }, _keeping.Path));
    }

    [Fact]
    public void A_large_workbook_is_kept_once_its_text_and_its_columns_are()
    {
        var random = new Random(41);
        var rows = Enumerable.Range(0, 100_000).Select(i => new object?[] { random.NextDouble(), random.NextDouble(), random.NextDouble(), $"word {i % 7}" }).ToArray();
        _plain.Write("t.xlsx", TableWriters.All["xlsx"](new(["a", "b", "c", "word"], rows)));
        Assert.True(new FileInfo(Path.Combine(_plain.Path, "t.xlsx")).Length > TableReading.FewestBytes);
        var source = new TableSource { Path = "t.xlsx" };
        Assert.False(TableReading.IsTextKept(source, Path.Combine(_plain.Path, "t.xlsx")));
        Assert.False(SourceInspection.IsKept(source, _plain.Path));

        Assert.True(SourceInspection.IsKept(SourceInspection.Keep(source, _plain.Path, Ct), _plain.Path));
        Assert.True(TableReading.IsTextKept(source, Path.Combine(_plain.Path, "t.xlsx")));
    }

    [Fact]
    public void Another_content_or_another_setting_is_another_reading()
    {
        Write("a.csv", Encoding.UTF8.GetBytes("x;y\n1,500;a\n2,500;b\n"));
        Assert.Equal([1500, 2500], Inspect(_keeping, new TableSource { Path = "a.csv" }).Table.Get<NumberColumn>("x").Values);
        Assert.Equal([1.5, 2.5], Inspect(_keeping, new TableSource { Path = "a.csv", Decimal = "," }).Table.Get<NumberColumn>("x").Values);
        Assert.Equal("x;y", Inspect(_keeping, new TableSource { Path = "a.csv", Delimiter = "|" }).Table.Columns[0].Name);

        Write("a.csv", Encoding.UTF8.GetBytes("x;y\n3,500;a\n4,500;b\n"));
        Assert.Equal([3500, 4500], Inspect(_keeping, new TableSource { Path = "a.csv" }).Table.Get<NumberColumn>("x").Values);
    }

    [Fact]
    public void A_file_in_a_folder_that_cannot_hold_anything_is_read_all_the_same()
    {
        Directory.Delete(Kept, recursive: true);
        File.WriteAllText(Kept, "in the way");
        Write("big.csv", Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1.25,some words here\n", 150_000))));
        AssertSame(Inspect(_plain, new TableSource { Path = "big.csv" }), Inspect(_keeping, new TableSource { Path = "big.csv" }));
    }

    [Fact]
    public void Small_files_leave_nothing_beside_them_and_large_ones_do()
    {
        _plain.Write("small.csv", "a\n1\n2\n");
        Inspect(_plain, new TableSource { Path = "small.csv" });
        Assert.Single(Directory.EnumerateFileSystemEntries(_plain.Path));

        _plain.Write("large.csv", "a,b\n" + string.Concat(Enumerable.Repeat("1.25,some words here\n", 150_000)));
        var read = Inspect(_plain, new TableSource { Path = "large.csv" });
        Assert.Single(Directory.EnumerateDirectories(_plain.Path));

        TableReading.Move(_plain.Path, _keeping.Path);
        Assert.NotEmpty(Directory.EnumerateFiles(Kept, "*.columns.*"));
        _keeping.Write("large.csv", File.ReadAllBytes(Path.Combine(_plain.Path, "large.csv")));
        AssertSame(read, Inspect(_keeping, read.Source));
    }

    [Fact]
    public void Prepared_data_are_the_same_to_the_bit()
    {
        Write("p.csv", TableWriters.All["csv"](Draw(new Random(31))));
        var inspection = Inspect(_plain, new TableSource { Path = "p.csv" });
        var spec = new DataSet
        {
            Id = "data",
            Source = inspection.Source,
            Columns = [.. inspection.Columns.Where(c => c.Type is ColumnType.Number or ColumnType.Category)],
            Rows = new RowSelection { Complete = ["size"] },
            Split = new RandomSplit { Validation = 0.2, Test = 0.2, Seed = 3 },
        };
        var (direct, _, kept) = (DataPreparation.Prepare(spec, _plain.Path, Ct), DataPreparation.Prepare(spec, _keeping.Path, Ct), DataPreparation.Prepare(spec, _keeping.Path, Ct));
        Assert.Equal(direct.Fingerprint, kept.Fingerprint);
        Assert.Equal([direct.Train, direct.Validation, direct.Test], [kept.Train, kept.Validation, kept.Test]);
        Assert.Equal(direct.Columns.Keys.Order(), kept.Columns.Keys.Order());
        Assert.All(direct.Columns, c => Assert.Equal(c.Value.Values, kept.Columns[c.Key].Values));

        var tried = DataPreparation.Try(spec, _keeping.Path, ["size"], Ct);
        Assert.Equal(JsonSerializer.Serialize(direct.Schema), JsonSerializer.Serialize(tried.Schema));
        Assert.All(tried.Columns, c => Assert.Equal(c.Key == "size" ? direct.Column(c.Key).Values : Array.Empty<float>(), c.Value.Values));
    }

    private static PlainTable Draw(Random random)
    {
        string[] words = ["red", "green", "dark blue", "it's", "5\" nail", "a, b; c", "Größe", "北京", "ends\\", "<b>"];
        var rows = Enumerable.Range(0, random.Next(12, 60)).Select(i => new object?[]
        {
            random.Next(10) == 0 ? null : Math.Round(random.NextDouble() * 100, 3),
            words[random.Next(words.Length)],
            random.Next(12) == 0 ? null : new DateOnly(2020, 1, 1).AddDays(random.Next(2000)),
            random.Next(6) == 0 ? null : $"{words[random.Next(words.Length)]} {i}",
            (double)random.Next(1_000, 2_000_000),
            (double)random.Next(2),
        }).ToArray();
        return new(["size", "kind", "day", "note", "big number", "choice"], rows);
    }

    private static RowChanges Changes(Random random, RawTable table) => new()
    {
        LeftOut = RowNumbers.Of(Enumerable.Range(1, table.RowCount).Where(_ => random.Next(8) == 0)),
        Corrections = [.. Enumerable.Range(1, table.RowCount).Where(_ => random.Next(8) == 0).Select(row => new CellCorrection { Column = "size", Row = row, Value = random.Next(4) == 0 ? "" : "1.5" })],
    };

    private static SourceInspection Inspect(TemporaryFolder folder, DataSource source, RowChanges? changes = null) => SourceInspection.Of(source, changes, folder.Path, Ct);

    private void Write(string name, byte[] bytes)
    {
        _plain.Write(name, bytes);
        _keeping.Write(name, bytes);
    }

    private static void AssertSame(SourceInspection expected, SourceInspection actual)
    {
        Assert.Equal(DataJson.Write([new DataSet { Id = "d", Source = expected.Source, Columns = expected.Columns }]), DataJson.Write([new DataSet { Id = "d", Source = actual.Source, Columns = actual.Columns }]));
        Assert.Equal(expected.Types.Select(t => (t.Type, t.Reason)), actual.Types.Select(t => (t.Type, t.Reason)));
        Assert.Equal(expected.Sheets?.Name, actual.Sheets?.Name);
        Assert.Equal(expected.Made, actual.Made);
        AssertSame(expected.Table, actual.Table);
    }

    private static void AssertSame(RawTable expected, RawTable actual)
    {
        Assert.Equal(expected.Fingerprint, actual.Fingerprint);
        Assert.Equal(expected.Columns.Select(c => (c.Name, c.GetType())), actual.Columns.Select(c => (c.Name, c.GetType())));
        foreach (var (before, after) in expected.Columns.Zip(actual.Columns))
        {
            if (before is NumberColumn numbers && after is NumberColumn others)
            {
                Assert.Equal(numbers.Values.Select(BitConverter.DoubleToInt64Bits), others.Values.Select(BitConverter.DoubleToInt64Bits));
                Assert.Equal(Told(numbers.Findings), Told(others.Findings));
                Assert.Equal(ReferenceEquals(numbers.Findings, NumberFindings.None), ReferenceEquals(others.Findings, NumberFindings.None));
            }
            else
            {
                var (texts, same) = ((TextColumn)before, (TextColumn)after);
                Assert.Equal(texts.Codes, same.Codes);
                Assert.Equal(texts.Entries, same.Entries);
                Assert.Equal(texts.Dates?.ToString(), same.Dates?.ToString());
                Assert.Equal(texts.Dates?.Strange ?? [], same.Dates?.Strange ?? []);
            }
        }
    }

    private static string Told(NumberFindings f) => FormattableString.Invariant(
        $"{f.StrangeCount} {f.GapMarks} {f.GroupedCount} {f.Grouped} {f.Magnitude} {f.Duration} {string.Join(' ', f.Units)} {string.Join(' ', f.Strange)}");
}
