using System.Collections.Concurrent;
using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Datasets.Text;
using Builder.Graph.Data;
using CsvHelper;
using CsvHelper.Configuration;

namespace Builder.Datasets.Tests.Csv;

/// <summary>
/// A table says the same however it is written: in every language and encoding, with every separator, marks of thousands and decimals, dates, gaps, quotes and line ends. A
/// thousand tables in a usual run; BUILDER_STYLE_CASES=10000 reads ten thousand.
/// </summary>
public sealed class AnyStyleTests : IDisposable
{
    private const int ShownFailures = 25;

    /// <summary>One table in so many is also read for training and as a file for a model.</summary>
    private const int EntrancesTriedIn = 4;

    private static readonly int s_cases = int.TryParse(Environment.GetEnvironmentVariable("BUILDER_STYLE_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 1_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_is_read_the_same_however_it_is_written()
    {
        var failures = new ConcurrentQueue<string>();
        Parallel.For(0, s_cases, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, number =>
        {
            var table = WrittenTable.Draw(number);
            if (Differs(table, number) is { } why)
            {
                failures.Enqueue($"{number}: {why} [{table.Style}]");
            }
        });

        Assert.True(failures.IsEmpty, $"{failures.Count} of {s_cases} differ.\n{string.Join('\n', failures.Take(ShownFailures))}");
    }

    /// <summary>That a file says what the table holds is judged by another reader: CsvHelper, told how the file is written.</summary>
    [Fact]
    public void Another_reader_finds_the_same_cells_in_the_files()
    {
        for (var number = 0; number < s_cases; number++)
        {
            var table = WrittenTable.Draw(number);
            var text = TextEncoding.Find(table.Style.Encoding)!.GetString(table.ToBytes()).TrimStart('\uFEFF');
            using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = table.Style.Separator.ToString(), HasHeaderRecord = false, NewLine = table.Style.LineEnd });
            var lines = new List<string[]>();
            while (parser.Read())
            {
                lines.Add(parser.Record!);
            }

            Assert.Equal(table.Cells, lines);
        }
    }

    private string? Differs(WrittenTable table, int number)
    {
        var name = $"{number}.csv";
        var path = _folder.Write(name, table.ToBytes());
        try
        {
            var inspection = SourceInspection.Of(new TableSource { Path = name }, _folder.Path, CancellationToken.None);
            var spec = new DataSet { Id = "data", Source = inspection.Source, Columns = inspection.Columns };
            return Differs(table, inspection.Table) ?? (number % EntrancesTriedIn > 0 ? null : Named("training", Differs(table, DataImport.Read(spec, _folder.Path, CancellationToken.None)))
                ?? Named("prediction", Differs(table, DataImport.ReadForPrediction(spec, path, ct: CancellationToken.None))));
        }
        catch (DataException refused)
        {
            return refused.Message;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Named(string entrance, string? why) => why is null ? null : $"{entrance}: {why}";

    private static string? Differs(WrittenTable table, RawTable read)
    {
        string[] names = table.Cells[0];
        return !names.SequenceEqual(read.Columns.Select(c => c.Name)) ? $"names {string.Join(" · ", read.Columns.Select(c => c.Name))}"
            : Differs(names[0], table.Amounts, read) ?? Differs(names[1], table.Counts, read) ?? Differs(names[2], table.Towns, read) ?? DifferInDays(table, read)
            ?? Differs(names[4], table.Answers, read) ?? Differs(names[5], table.Notes, read);
    }

    private static string? Differs(string name, List<double> expected, RawTable read) =>
        read.Find<NumberColumn>(name) is not { } column ? $"{name} is no number, but such as {string.Join(" · ", Texts(read.Get<TextColumn>(name)).Take(3))}" : First(name, expected, column.Values);

    private static string? Differs(string name, List<string?> expected, RawTable read) =>
        read.Find<TextColumn>(name) is not { } column ? $"{name} is a number" : First(name, expected, Texts(column));

    private static string? DifferInDays(WrittenTable table, RawTable read) =>
        read.Find<TextColumn>("day") is not { Dates.Order: var order } column ? $"day is no date, but {read.Columns[3].GetType().Name}"
            : First("day", table.Days, Texts(column).Select(text => text is not null && DateText.TryParse(text, order, out var moment) ? moment : (DateTime?)null));

    private static string? First<T>(string name, IReadOnlyCollection<T> expected, IEnumerable<T> actual)
    {
        T[] found = [.. actual];
        return found.Length != expected.Count ? $"{name} has {found.Length} rows instead of {expected.Count}"
            : expected.Zip(found).Select((pair, row) => (pair.First, pair.Second, Row: row)).Where(c => !EqualityComparer<T>.Default.Equals(c.First, c.Second))
                .Select(c => $"{name}, row {c.Row + 1}: “{c.Second}” instead of “{c.First}”").FirstOrDefault();
    }

    private static IEnumerable<string?> Texts(TextColumn column) => Enumerable.Range(0, column.Count).Select(row => column[row]);
}
