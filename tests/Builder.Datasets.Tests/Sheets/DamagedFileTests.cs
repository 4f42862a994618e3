using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;
using Builder.Tests.Damaged;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Tables that are cut, changed or made up, in every kind of file and letter: they are read or refused in words, soon, and with little memory.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private const string Name = "damaged.bin";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => [.. TableWriters.All.Keys, .. Stored("Sheets", "*"), .. Stored("Intake", "*.csv"), .. Stored("Intake", "*.txt"), .. Stored("Intake", "*.jsonl"), .. Stored("Intake", "*.arff")];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_file_is_read_or_refused_in_words(string kind)
    {
        var table = new PlainTable(["a", "b"], [.. Enumerable.Range(0, 20).Select(i => new object?[] { (double)i, $"text {i}" })]);
        Damage.Try(kind, TableWriters.All.TryGetValue(kind, out var write) ? write(table) : File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, kind)), Read);
    }

    private void Read(byte[] bytes)
    {
        var path = _folder.Write(Name, bytes);
        try
        {
            _ = TableFiles.IsTable(path);
            var inspection = SourceInspection.Of(new TableSource { Path = Name }, _folder.Path, CancellationToken.None);
            var spec = new DataSet { Id = "data", Source = inspection.Source, Columns = inspection.Columns };
            DataImport.Read(spec, _folder.Path, CancellationToken.None);
            DataImport.ReadForPrediction(spec, path, ct: CancellationToken.None);
        }
        catch (DataException refused)
        {
            Assert.Contains(Name, refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>One small file of each folder: the files of a folder are of one kind.</summary>
    private static IEnumerable<string> Stored(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), pattern, SearchOption.AllDirectories).Where(f => !f.EndsWith(".md", StringComparison.Ordinal) && new FileInfo(f).Length < 20_000)
            .Order(StringComparer.Ordinal).GroupBy(f => folder == "Sheets" ? f : Path.GetDirectoryName(f)).Select(files => Path.GetRelativePath(AppContext.BaseDirectory, files.First()));
}
