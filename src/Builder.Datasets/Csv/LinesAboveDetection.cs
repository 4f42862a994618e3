using System.Text;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>Finds where a table begins in its file, and what separates its fields: above it may stand a title, remarks or Excel's "sep=;".</summary>
internal static class LinesAboveDetection
{
    private const int MostLines = 20;

    /// <summary>Lines of the same number of fields that make a table below others, the header counted.</summary>
    private const int FewestLines = 3;

    /// <summary>Lines of one field at the end of a file that may stand below its table.</summary>
    private const int MostBelow = 5;

    /// <summary>Share of them among all lines below.</summary>
    private const double Share = 0.95;

    /// <summary>Columns of a table whose titles can be told from its rows although they have as many fields.</summary>
    private const int FewestPadded = 3;

    /// <summary>What separates fields in most files; where several would do, the earlier one does.</summary>
    public static ReadOnlySpan<byte> UsualDelimiters => "\t;|,"u8;

    /// <summary>How many lines stand above the table, at which byte it begins, and its delimiter.</summary>
    /// <param name="sample">The file's beginning in UTF-8.</param>
    /// <param name="newLine">The byte that ends a line.</param>
    /// <param name="lines">How many lines stand above, where somebody has said so.</param>
    /// <param name="delimiter">The delimiter, where somebody has said so.</param>
    /// <param name="quotes">What quotes mean.</param>
    public static (int Lines, int Start, byte Delimiter) Detect(byte[] sample, byte newLine, int? lines, byte? delimiter, QuoteStyle quotes)
    {
        if (lines is { } given)
        {
            var start = StartOf(sample, newLine, given);
            return (given, start, delimiter ?? Best(sample, newLine, start, quotes).Delimiter);
        }

        if (SeparatorLine(sample, newLine) is { } named)
        {
            return (1, StartOf(sample, newLine, 1), delimiter ?? named);
        }

        var first = delimiter is { } one ? Look(sample, newLine, 0, one, quotes) : Best(sample, newLine, 0, quotes);
        if (first.Width == 1 || first.ShareAbove < Share)
        {
            (int Lines, int Start, byte Delimiter, int Width)? found = null;
            for (var above = 1; above <= MostLines && StartOf(sample, newLine, above) is var start && start < sample.Length; above++)
            {
                var look = delimiter is { } known ? Look(sample, newLine, start, known, quotes) : Best(sample, newLine, start, quotes);
                if (look.Width > Math.Max(1, found?.Width ?? 0) && look.ShareAbove >= Share && look.Lines >= FewestLines && AreNoRows(sample, newLine, start, look) && !(delimiter is null && AreNumbers(sample, newLine, start, look.Delimiter)))
                {
                    // "Balance: 1.234,56" among the lines above has a comma as every amount below has; the table is what has the most columns.
                    found = (above, start, look.Delimiter, look.Width);
                }
            }

            if (found is { } table)
            {
                return (table.Lines, table.Start, table.Delimiter);
            }
        }

        return Padded(sample, newLine, first) is { } padded ? padded : (0, 0, first.Delimiter);
    }

    // A spreadsheet fills its titles up with empty fields: above names for all columns stand lines that hold one field or none.
    private static (int Lines, int Start, byte Delimiter)? Padded(byte[] sample, byte newLine, Seen table)
    {
        if (table.Width < FewestPadded)
        {
            return null;
        }

        var start = 0;
        for (var above = 0; above <= MostLines && start < sample.Length; above++)
        {
            var next = StartOf(sample.AsSpan(start), newLine, 1) + start;
            var fields = CsvSample.Read(sample[start..next], table.Delimiter, newLine).FirstOrDefault() ?? [];
            var filled = fields.Count(f => f.Length > 0);
            if (filled > 1)
            {
                // The corner above the names of rows is often empty.
                var named = filled + (fields[0].Length == 0 ? 1 : 0);
                return above > 0 && fields.Length == table.Width
                    && ((named == table.Width && !fields.Any(f => NumberText.TryParse(f, '.', out _))) || GroupedNames.Lines(CsvSample.Read(sample, table.Delimiter, newLine, start)) > 1) ? (above, start, table.Delimiter) : null;
            }

            start = next;
        }

        return null;
    }

    /// <summary>The same with fewer lines above where the last of them name groups of the table's columns.</summary>
    /// <param name="sample">The file's beginning in UTF-8.</param>
    /// <param name="delimiter">The byte between two fields.</param>
    /// <param name="newLine">The byte that ends a line.</param>
    /// <param name="above">Lines above the names of the columns.</param>
    /// <param name="quotes">What quotes mean.</param>
    public static (int Lines, int Start) WithGroups(byte[] sample, byte delimiter, byte newLine, int above, QuoteStyle quotes)
    {
        var start = StartOf(sample, newLine, above);
        var rows = above == 0 ? [] : CsvSample.Read(sample, delimiter, newLine, start, quotes);
        for (var more = Math.Min(above, GroupedNames.MostLines - 1); more > 0; more--)
        {
            // Blank lines are no lines of names.
            var from = StartOf(sample, newLine, above - more);
            var lines = CsvSample.Read(sample, delimiter, newLine, from, quotes);
            if (lines.Count > more && (lines.Count == rows.Count + more || rows.Count == CsvSample.MostLines) && lines.Take(more).All(l => l.Length <= rows[0].Length && l.Length > 1) && GroupedNames.Lines(lines) > more)
            {
                return (above - more, from);
            }
        }

        return (above, start);
    }

    /// <summary>Where a text goes on after so many lines.</summary>
    public static int StartOf(ReadOnlySpan<byte> sample, byte newLine, int lines)
    {
        var start = 0;
        for (var line = 0; line < lines && start < sample.Length; line++)
        {
            var end = sample[start..].IndexOf(newLine);
            start = end < 0 ? sample.Length : start + end + 1;
        }

        return start;
    }

    // What Excel writes and reads as the first line of a file.
    private static byte? SeparatorLine(byte[] sample, byte newLine)
    {
        var line = Encoding.UTF8.GetString(sample.AsSpan(0, StartOf(sample, newLine, 1))).Trim('\r', '\n', '"');
        return line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line[4] is ';' or ',' or '|' or '\t' ? (byte)line[4] : null;
    }

    // A title, a remark or a blank line: none has as many fields as a row, and most have one.
    private static bool AreNoRows(byte[] sample, byte newLine, int start, Seen table)
    {
        // Within quotes a line may look like anything.
        var above = sample.AsSpan(0, start).Count((byte)'"') % 2 == 0 ? CsvSample.Read(sample[..start], table.Delimiter, newLine) : [];
        var areNames = new Lazy<bool>(() => AreNames(sample, newLine, start, table.Delimiter));

        // What an accounting program writes about itself in a single line may have more fields than its rows.
        bool IsLonger(string[] line) => above.Count == 1 && line.Length > table.Width && line.Any(f => NumberText.TryParse(f, '.', out _)) && areNames.Value;
        return above.Count > 0 && above.All(l => IsLonger(l) || (l.Length < table.Width && (l.Length == 1 || l[0].StartsWith('#') || l.Count(f => f.Length > 0) == 1 || areNames.Value)));
    }

    // "Report, May 2024" has fields as well; but below it stand names, and below those numbers.
    private static bool AreNames(byte[] sample, byte newLine, int start, byte delimiter)
    {
        var lines = CsvSample.Read(sample, delimiter, newLine, start);
        return lines.Count >= FewestLines && HeaderDetection.Detect(lines, (byte)'.', TableSource.UsualMissing) is { Names: > 0 and var names }
            && Enumerable.Range(0, lines[0].Length).Any(c => RowSample.AreValues(lines, names, c));
    }

    // Below the name of a single column "1,5" is a number and no two values.
    private static bool AreNumbers(byte[] sample, byte newLine, int start, byte delimiter) =>
        delimiter == ',' && CsvSample.Read(sample, (byte)TableSource.OneColumn[0], newLine, start) is var lines && lines.Count(l => NumberText.TryParse(l[0], ',', out _)) >= Share * lines.Count;

    /// <summary>The separator that the first line has and that gives most lines the same number of fields as the first.</summary>
    private static Seen Best(byte[] sample, byte newLine, int start, QuoteStyle quotes)
    {
        var best = new Seen(0, 0, 1, 0, 0);
        byte unused = 0;
        foreach (var candidate in UsualDelimiters)
        {
            var look = Look(sample, newLine, start, candidate, quotes);
            best = look.Width > 1 && look.Share > best.Share ? look : best;
            unused = look is { Width: 1, Share: >= 1 } ? candidate : unused;
        }

        return best.Delimiter != 0 ? best : best with { Delimiter = unused != 0 ? unused : (byte)TableSource.OneColumn[0] };
    }

    private static Seen Look(byte[] sample, byte newLine, int start, byte delimiter, QuoteStyle quotes)
    {
        var lines = CsvSample.Read(sample, delimiter, newLine, start, quotes);
        var width = lines.Count == 0 ? 1 : lines[0].Length;
        double ShareOf(int count) => count == 0 ? 0 : (double)lines.Take(count).Count(l => l.Length == width) / count;
        var rows = lines.Count;
        while (sample.Length < CsvSample.MostBytes && rows > FewestLines && rows > lines.Count - MostBelow && rows > lines.Count * 3 / 4 && lines[rows - 1].Length < width && lines[rows - 1].Count(f => f.Length > 0) == 1)
        {
            rows--;
        }

        return new(delimiter, lines.Count, width, ShareOf(lines.Count), ShareOf(rows));
    }

    /// <summary>What a delimiter makes of the lines below.</summary>
    /// <param name="Delimiter">The delimiter.</param>
    /// <param name="Lines">Lines that are no blank ones.</param>
    /// <param name="Width">Fields of the first.</param>
    /// <param name="Share">Share of the lines that have as many; it says which delimiter fits best.</param>
    /// <param name="ShareAbove">The same without a few lines of one field at the end, which stand below the table; it says whether this is one.</param>
    private readonly record struct Seen(byte Delimiter, int Lines, int Width, double Share, double ShareAbove);
}
