using System.Text;
using Builder.Datasets.Archives;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Readings;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Reads one running text into a table of one row with the column <c>text</c>; line ends become "\n".</summary>
internal static class RunningTextImport
{
    /// <summary>Characters that one text may have.</summary>
    private const int MostCharacters = 1_000_000_000;

    public static RawTable Read(TextSource source, string path)
    {
        var file = Path.GetFileName(path);
        var name = source.Encoding ?? Detect(path, file);
        var encoding = TextEncoding.Find(name) ?? throw TableProblems.UnknownEncoding(file, name);
        var text = ReadText(path, file, encoding);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw TableProblems.Empty(file);
        }

        return new RawTable(file, [new TextColumn("text", [0], [text])], SourceFingerprint.OfFiles(path));
    }

    private static string Detect(string path, string file)
    {
        var start = Utf8Source.ReadStart(() => SourceStream.Open(path), CsvSample.MostBytes);
        return start.Length == TextEncoding.MarkLength(start)
            ? throw TableProblems.Empty(file)
            : EncodingDetection.Detect(() => SourceStream.Open(path)) ?? throw TableProblems.Binary(file);
    }

    private static string ReadText(string path, string file, Encoding encoding)
    {
        try
        {
            using var reader = new StreamReader(
                Utf8Source.Open(() => SourceStream.Open(path), encoding),
                new UTF8Encoding(false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: false);
            var text = new StringBuilder();
            var buffer = new char[1 << 16];
            while (reader.Read(buffer) is var read and > 0)
            {
                text.Append(buffer, 0, read);
                if (text.Length > MostCharacters)
                {
                    throw DataProblems.TooLargeForMemory(file, isTable: false);
                }
            }

            return text.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
        }
        catch (DecoderFallbackException)
        {
            throw TableProblems.WrongEncoding(file, 1);
        }
    }
}
