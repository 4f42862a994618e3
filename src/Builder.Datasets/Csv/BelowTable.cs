using System.Collections.Immutable;
using Builder.Datasets.Text;

namespace Builder.Datasets.Csv;

/// <summary>What stands in a file below its table.</summary>
/// <param name="Line">The line of the file, from 1, on which it begins.</param>
/// <param name="Names">The names of its columns where it is a table of its own; none where it is a remark.</param>
public sealed record BelowTable(long Line, ImmutableArray<string> Names)
{
    /// <summary>Looks at the lines below a table; null where there are none.</summary>
    internal static BelowTable? Of(TableText text, CsvFormat format)
    {
        if (format.LinesBelow == 0)
        {
            return null;
        }

        var encoding = TextEncoding.Find(format.Encoding)!;
        var end = LinesBelowDetection.EndOfTable(text.Open, encoding, format.Delimiter, format.NewLine, format.LinesBelow);
        using var stream = Utf8Source.Open(text.Open, encoding);
        var (block, line) = (new byte[CsvSample.MostBytes], 1L);
        for (int read; end > 0 && (read = stream.Read(block, 0, (int)Math.Min(block.Length, end))) > 0; end -= read)
        {
            line += block.AsSpan(0, read).Count(format.NewLine);
        }

        Array.Resize(ref block, stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false));
        return new(line, [.. SecondTableDetection.NamesOf(CsvSample.Read(block, format.Delimiter, format.NewLine, quotes: format.Quotes))]);
    }
}
