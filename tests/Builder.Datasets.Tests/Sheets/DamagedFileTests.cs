using System.Text;
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

    /// <summary>Texts that hold a table in other ways than those that <see cref="TableWriters"/> writes.</summary>
    private static readonly Dictionary<string, string> s_texts = new()
    {
        ["aligned"] = "name    size  kind\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"n{i,-6} {i * 1.5,5:0.0}  {(i % 2 == 0 ? "even" : "odd")}\n")),
        ["spaced"] = "\"size\" \"kind\"\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"\"{i}\" {i * 31} {i % 3}\n")),
        ["ruled"] = "| size | kind |\n|---|---|\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"| {i * 31} | k{i % 3} |\n")),
        ["labelled"] = string.Concat(Enumerable.Range(0, 12).Select(i => $"__label__k{i % 3} a text of {i} words\n")),
        ["short header"] = "size,kind\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i},{i * 31},k{i % 3}\n")),
        ["short rows"] = "size,kind,note\n" + string.Concat(Enumerable.Range(0, 30).Select(i => i == 9 ? "9\n" : $"{i * 31},k{i % 3},n\n")),
        ["records by key"] = "{" + string.Join(',', Enumerable.Range(0, 12).Select(i => $"\"r{i}\":{{\"size\":{i * 31},\"kind\":NaN}}")) + "}",
        ["deep list"] = "{\"a\":{\"b\":[" + string.Join(',', Enumerable.Range(0, 12).Select(i => $"{{\"size\":{i * 31},\"kind\":\"k{i % 3}\"}}")) + "]}}",
        ["lists"] = "[[\"size\",\"kind\"]," + string.Join(',', Enumerable.Range(0, 12).Select(i => $"[{i * 31},\"k{i % 3}\"]")) + "]",
        ["sparse.arff"] = "@relation r\n@attribute size numeric\n@attribute 'a kind' {x,y}\n@data\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{{0 {i * 31}, 1 y}}\n")),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => [.. s_texts.Keys, .. TableWriters.All.Keys, .. Stored("Sheets", "*"), .. Stored("Intake", "*.csv"), .. Stored("Intake", "*.txt"), .. Stored("Intake", "*.jsonl"), .. Stored("Intake", "*.arff")];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_file_is_read_or_refused_in_words(string kind)
    {
        var table = new PlainTable(["a", "b"], [.. Enumerable.Range(0, 20).Select(i => new object?[] { (double)i, $"text {i}" })]);
        Damage.Try(
            kind, s_texts.TryGetValue(kind, out var text) ? Encoding.UTF8.GetBytes(text) : TableWriters.All.TryGetValue(kind, out var write) ? write(table) : File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, kind)), Read);
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
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), pattern, SearchOption.AllDirectories).Where(f => !f.EndsWith(".md", StringComparison.Ordinal) && !f.EndsWith(".mjs", StringComparison.Ordinal) && new FileInfo(f).Length < 64_000)
            .Order(StringComparer.Ordinal).GroupBy(f => folder == "Sheets" ? f : Path.GetDirectoryName(f)).Select(files => Path.GetRelativePath(AppContext.BaseDirectory, files.First()));
}
