using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Builder.Datasets.Csv;
using Builder.Graph.Data;

namespace Builder.Datasets.Readings;

/// <summary>
/// What was read of the tables of a folder, kept beside them so that no file is taken apart twice: columns, and the texts that workbooks and the like were made into.
/// Everything is found by a hash of the file's bytes and by the settings it was read with, so nothing can be stale; what is missing or damaged is read again. It
/// never leaves its folder: exports leave out what begins with a dot, imports ignore it.
/// </summary>
internal sealed class ReadingStore
{
    /// <summary>The folder beside the files.</summary>
    public const string FolderName = ".readings";

    /// <summary>Goes up with every change of the reader that makes other values of the same bytes.</summary>
    private const int ReaderVersion = 4;

    /// <summary>A smaller file is read as quickly as it is looked up; but a folder that is there already is used.</summary>
    public const long FewestBytes = 2 << 20;

    /// <summary>All that is kept in one folder; the oldest goes first.</summary>
    private const long MostBytes = 4L << 30;

    private static readonly TimeSpan s_abandoned = TimeSpan.FromHours(1);

    private readonly string _folder;

    private ReadingStore(string folder) => _folder = folder;

    /// <summary>The store beside a file; null where none is worthwhile.</summary>
    public static ReadingStore? Of(string path)
    {
        var file = new FileInfo(path);
        var folder = Path.Combine(file.DirectoryName!, FolderName);
        return BitConverter.IsLittleEndian && file.Exists && (file.Length >= FewestBytes || Directory.Exists(folder)) ? new(folder) : null;
    }

    /// <summary>Takes what was read of files to the folder that the files have gone to.</summary>
    public static void Move(string fromFolder, string toFolder)
    {
        var (from, to) = (Path.Combine(fromFolder, FolderName), Path.Combine(toFolder, FolderName));
        Try(() =>
        {
            if (Directory.Exists(from))
            {
                Directory.CreateDirectory(to);
                foreach (var file in Directory.EnumerateFiles(from))
                {
                    File.Move(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
                }
            }
        });
    }

    /// <summary>The text that a file was made into; null where it is not there.</summary>
    /// <param name="source">How the file is read.</param>
    /// <param name="fingerprint">A hash of the file.</param>
    /// <param name="name">The file's name, for messages.</param>
    public TableText? FindText(TableSource source, string fingerprint, string name)
    {
        TableText? found = null;
        var stem = TextStem(source, fingerprint);
        Try(() =>
        {
            if (!File.Exists(stem + ".facts") || TextFacts.Read(File.ReadAllBytes(stem + ".facts")) is not { } facts)
            {
                return;
            }

            var text = stem + ".text";
            if (new FileInfo(text).Length == facts.Length && HashOf(text) == facts.Hash)
            {
                File.SetLastWriteTimeUtc(text, DateTime.UtcNow);
                found = facts.Open(name, () => new FileStream(text, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan));
            }
        });
        return found;
    }

    /// <summary>Keeps the text that a file was made into. A file that is text itself needs no copy.</summary>
    public void KeepText(TableSource source, string fingerprint, TableText text)
    {
        if (text.Made is null && text.Sheets is null)
        {
            return;
        }

        var stem = TextStem(source with { Sheet = text.Sheets?.Name }, fingerprint);
        Try(() =>
        {
            var hash = new XxHash3();
            var length = 0L;
            Write(stem + ".text", output =>
            {
                using var input = text.Open();
                var piece = new byte[1 << 17];
                while (input.Read(piece) is var read and > 0)
                {
                    hash.Append(piece.AsSpan(0, read));
                    output.Write(piece, 0, read);
                    length += read;
                }
            });
            Write(stem + ".facts", output => output.Write(TextFacts.Of(text, length, hash.GetCurrentHashAsUInt64()).ToBytes()));
        });
    }

    /// <summary>The columns that are known of a table.</summary>
    /// <param name="fingerprint">A hash of the file.</param>
    /// <param name="source">How the file is read.</param>
    /// <param name="format">How the table is written in it.</param>
    /// <param name="text">The table's text.</param>
    public StoredColumns Columns(string fingerprint, TableSource source, CsvFormat format, TableText text)
    {
        // A mark for "no value" that is a number itself, such as -999, is looked for where numbers of the table's decimal mark are read.
        var mark = format.Missing.Any(m => m.Any(char.IsAsciiDigit)) ? format.DecimalMark : 0;
        var stem = Stem(fingerprint, "columns", [
            text.Made?.Layout.ToString(), text.Keys.IsEmpty ? null : "keys", text.Sheets?.Name, source.FillMerged == true ? "filled" : null, format.Encoding, Of(format.Delimiter), Of(format.NewLine),
            Of(format.LinesAbove), Of(format.LinesBelow), format.Header switch { { Lines: 0 } => null, { Names: 1, Notes: 0 } => "header", var header => $"header {Of(header.Names)} {Of(header.Notes)}" }, format.Quotes.ToString(), Of(mark), .. format.Missing,
        ]);
        return new(stem, Keep);
    }

    private string TextStem(TableSource source, string fingerprint) =>
        Stem(fingerprint, "text", [source.Sheet, source.FillMerged == true ? "filled" : null, source.Layout?.ToString(), source.Encoding, source.Delimiter]);

    private string Stem(string fingerprint, string what, IEnumerable<string?> settings)
    {
        var text = string.Join('\u001F', settings.Prepend(Of(ReaderVersion)).Select(s => s is null ? "" : "=" + s));
        return Path.Combine(_folder, $"{fingerprint}-{XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text)):x16}.{what}");
    }

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ulong HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        var hash = new XxHash3();
        hash.Append(file);
        return hash.GetCurrentHashAsUInt64();
    }

    private void Keep(string stem, IReadOnlyList<StoredColumn> columns, int blankLines) =>
        Try(() => Write($"{stem}.{Guid.NewGuid():N}", output => ColumnFile.Write(output, columns, blankLines)));

    // Not synced: after a power cut its hashes tell what is whole.
    private void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(_folder);
        var temporary = Path.Combine(_folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            using (var output = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                write(output);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            Try(() => File.Delete(temporary));
            throw;
        }

        MakeRoom(Path.GetFileName(path));
    }

    private void MakeRoom(string written)
    {
        var files = new DirectoryInfo(_folder).GetFiles();
        foreach (var old in files.Where(f => f.Extension == ".tmp" && DateTime.UtcNow - f.LastWriteTimeUtc > s_abandoned))
        {
            old.Delete();
        }

        var total = files.Sum(f => f.Length);
        foreach (var oldest in files.Where(f => f.Extension != ".tmp" && f.Name != written).OrderBy(f => f.LastWriteTimeUtc))
        {
            if (total <= MostBytes)
            {
                return;
            }

            total -= oldest.Length;
            oldest.Delete();
        }
    }

    // What cannot be kept or found is read again: a full disk or a folder that may not be written to spoils nothing.
    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            // As if it were not there.
        }
    }

    /// <summary>What is known of a text beside its bytes.</summary>
    private sealed record TextFacts(long Length, ulong Hash, TableLayout? Layout, TableHeader? Header, int LinesAbove, int MergedCells, string? Sheet, ImmutableArray<string> Sheets)
    {
        public static TextFacts Of(TableText text, long length, ulong hash) => new(
            length, hash, text.Made?.Layout, text.Made?.Header, text.Made?.LinesAbove ?? 0, text.Made?.MergedCells ?? 0, text.Sheets?.Name, text.Sheets?.All ?? []);

        // With a hash in front: a word that is spelled otherwise is no word.
        public static TextFacts? Read(byte[] bytes) =>
            bytes.Length > sizeof(ulong) && XxHash3.HashToUInt64(bytes.AsSpan(sizeof(ulong))) == BitConverter.ToUInt64(bytes) ? JsonSerializer.Deserialize<TextFacts>(bytes.AsSpan(sizeof(ulong))) : null;

        public byte[] ToBytes()
        {
            var facts = JsonSerializer.SerializeToUtf8Bytes(this);
            return [.. BitConverter.GetBytes(XxHash3.HashToUInt64(facts)), .. facts];
        }

        public TableText Open(string name, Func<Stream> open)
        {
            var sheets = Sheet is null ? null : new ChosenSheet(Sheet, Sheets);
            return Layout is { } layout
                ? new TableText(name, open, new MadeTable(layout) { Header = Header, LinesAbove = LinesAbove, MergedCells = MergedCells }) { Sheets = sheets }
                : TableText.Of(name, open, sheets: sheets);
        }
    }
}
