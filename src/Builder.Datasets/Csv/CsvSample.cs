using System.Text;

namespace Builder.Datasets.Csv;

/// <summary>The first lines of a table as texts, to look at.</summary>
internal static class CsvSample
{
    /// <summary>A sample of this length is taken to be cut off; a shorter one is the whole file.</summary>
    public const int MostBytes = 1 << 18;

    private const int MostLines = 500;

    /// <summary>The contents of the fields of the first lines; blank lines are left out, and so is a last line that is cut.</summary>
    public static List<string[]> Read(byte[] sample, byte delimiter, byte newLine)
    {
        var padded = new byte[sample.Length + 1 + CsvBlock.Padding];
        sample.CopyTo(padded, 0);
        var block = new CsvBlock(delimiter, newLine);
        block.Scan(padded, sample.Length);
        if (block.FieldCount == 0 || (sample.Length > 0 && sample.Length < MostBytes && block.Consumed < sample.Length))
        {
            padded[sample.Length] = newLine;
            block.Scan(padded, sample.Length + 1);
        }

        return Lines(block);
    }

    private static List<string[]> Lines(CsvBlock block)
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
                fields[column] = Encoding.UTF8.GetString(CsvField.Content(CsvField.Raw(block, records, line, column, width), ref scratch));
            }

            lines.Add(fields);
        }

        return lines;
    }
}
