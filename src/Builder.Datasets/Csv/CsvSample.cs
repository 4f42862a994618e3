using System.Text;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>The first lines of a table as texts, to look at.</summary>
internal static class CsvSample
{
    /// <summary>A sample of this length is taken to be cut off; a shorter one is the whole file.</summary>
    public const int MostBytes = 1 << 18;

    /// <summary>Lines of a sample.</summary>
    public const int MostLines = 500;

    /// <summary>The contents of the fields of the first lines; blank lines are left out, and so is a last line that is cut.</summary>
    /// <param name="sample">The file's beginning in UTF-8.</param>
    /// <param name="delimiter">The byte between two fields.</param>
    /// <param name="newLine">The byte that ends a line.</param>
    /// <param name="from">Where the first line begins.</param>
    /// <param name="quotes">What quotes mean.</param>
    public static List<string[]> Read(byte[] sample, byte delimiter, byte newLine, int from = 0, QuoteStyle quotes = QuoteStyle.Doubled)
    {
        var length = sample.Length - from;
        var padded = new byte[length + 1 + CsvBlock.Padding];
        sample.AsSpan(from).CopyTo(padded);
        var block = new CsvBlock(delimiter, newLine, quotes);
        block.Scan(padded, length);
        if (block.FieldCount == 0 || (length > 0 && sample.Length < MostBytes && block.Consumed < length))
        {
            padded[length] = newLine;
            block.Scan(padded, length + 1);
        }

        return Lines(block, quotes);
    }

    private static List<string[]> Lines(CsvBlock block, QuoteStyle quotes)
    {
        var lines = new List<string[]>();
        var records = new CsvRecords();
        records.Split(block, 0);
        var scratch = Array.Empty<byte>();
        for (var line = 0; line < Math.Min(records.Count, MostLines); line++)
        {
            var width = records.Width(block, line);
            var fields = new string[width];
            for (var column = 0; column < width; column++)
            {
                fields[column] = Encoding.UTF8.GetString(CsvField.Content(CsvField.Raw(block, records, line, column, width), quotes, ref scratch));
            }

            lines.Add(fields);
        }

        return lines;
    }
}
