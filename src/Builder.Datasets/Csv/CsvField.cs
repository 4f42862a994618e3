using System.Runtime.CompilerServices;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>What a field's bytes say once spaces and quotes around them are removed.</summary>
internal static class CsvField
{
    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';

    /// <summary>Field <paramref name="column"/> of a line, as it stands in the file, without the line's end.</summary>
    public static ReadOnlySpan<byte> Raw(CsvBlock block, CsvRecords records, int line, int column, int width)
    {
        var field = records.First[line] + column;
        var start = column == 0 ? records.Starts[line] : block.Ends[field - 1] + 1;
        var end = block.Ends[field];
        var text = block.Bytes.AsSpan(start, end - start);
        return column == width - 1 && text.Length > 0 && text[^1] == '\r' ? text[..^1] : text;
    }

    /// <summary>The field's content. Spaces around unquoted content are removed; inside quotes all is kept.</summary>
    /// <param name="raw">The field as it stands in the file.</param>
    /// <param name="quotes">What quotes mean.</param>
    /// <param name="scratch">Grows as needed; holds the result where doubled quotes had to be removed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> raw, QuoteStyle quotes, ref byte[] scratch)
    {
        if (raw.IsEmpty)
        {
            return raw;
        }

        if (raw[0] != Quote || quotes == QuoteStyle.Ordinary)
        {
            return raw[0] == '=' && AsText(raw) is { IsEmpty: false } text ? text : raw[0] > ' ' && raw[^1] > ' ' ? raw : raw.Trim(" \t"u8);
        }

        var inner = raw[1..];
        var close = inner.IndexOf(Quote);
        return close < 0 ? raw.Trim(" \t"u8)
            : quotes == QuoteStyle.Backslash && inner.Contains(Backslash) ? Unescape(inner, ref scratch)
            : close == inner.Length - 1 ? inner[..close] : Unquote(inner, ref scratch);
    }

    /// <summary>What stands in ="00123", which programs write so that a spreadsheet keeps the zeros; empty where the field is not written so.</summary>
    public static ReadOnlySpan<byte> AsText(ReadOnlySpan<byte> raw) =>
        raw.Length > 3 && raw.StartsWith("=\""u8) && raw[^1] == Quote && raw[2..^1].IndexOf(Quote) < 0 ? raw[2..^1] : [];

    private static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> inner, ref byte[] scratch)
    {
        if (scratch.Length < inner.Length)
        {
            scratch = new byte[inner.Length * 2];
        }

        var (length, isOpen) = (0, true);
        for (var at = 0; at < inner.Length; at++)
        {
            var next = at + 1 < inner.Length ? inner[at + 1] : (byte)0;
            if (isOpen && ((inner[at] == Backslash && (next is Quote or Backslash)) || (inner[at] == Quote && next == Quote)))
            {
                at++;
            }
            else if (isOpen && inner[at] == Quote)
            {
                isOpen = false;
                continue;
            }

            scratch[length++] = inner[at];
        }

        return scratch.AsSpan(0, length);
    }

    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> inner, ref byte[] scratch)
    {
        if (scratch.Length < inner.Length)
        {
            scratch = new byte[inner.Length * 2];
        }

        var length = 0;
        while (inner.IndexOf(Quote) is var quote && quote >= 0)
        {
            inner[..quote].CopyTo(scratch.AsSpan(length));
            length += quote;
            inner = inner[(quote + 1)..];
            if (inner.Length == 0 || inner[0] != Quote)
            {
                break;
            }

            scratch[length++] = Quote;
            inner = inner[1..];
        }

        inner.CopyTo(scratch.AsSpan(length));
        return scratch.AsSpan(0, length + inner.Length);
    }
}
