using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>
/// Collects a column of numbers without making a text of any that is written plainly. A field that is no number is a missing value, and is noted.
/// </summary>
/// <param name="request">The column.</param>
/// <param name="decimalMark">'.' or ','.</param>
/// <param name="missing">The fields that mean "no value".</param>
/// <param name="quotes">What quotes mean.</param>
/// <param name="looks">Whether digits that a number would lose are looked for.</param>
internal sealed class NumberColumnBuilder(ColumnRequest request, byte decimalMark, MissingMarkers missing, QuoteStyle quotes, bool looks) : ColumnBuilder(request.Name, request.Index)
{
    private double[] _values = [];
    private byte[] _scratch = [];

    // Numbers with another unit of time than seconds.
    private readonly List<(int Row, double Seconds, string Unit)> _times = [];

    /// <summary>What was seen so far.</summary>
    public NumberNotes Notes { get; } = new();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Append(CsvBlock block, CsvRecords records, int width, int expectedRows, Func<int, long> lineAt)
    {
        var lines = records.Count;
        if (_values.Length < Count + lines)
        {
            Grow(Grown(_values.Length, Count + lines, expectedRows));
        }

        ref var bytes = ref MemoryMarshal.GetArrayDataReference(block.Bytes);
        var ends = block.Ends;
        var first = records.First;
        var starts = records.Starts;
        var values = _values.AsSpan(Count, lines);
        var isLast = Index == width - 1;
        var marks = decimalMark * 0x0101010101010101UL;
        for (var line = 0; line < values.Length; line++)
        {
            var field = first[line] + Index;
            var start = Index == 0 ? starts[line] : ends[field - 1] + 1;
            var length = ends[field] - start;
            ref var text = ref Unsafe.Add(ref bytes, start);
            if (isLast && length > 0 && Unsafe.Add(ref text, length - 1) == '\r')
            {
                length--;
            }

            if ((!NumberParser.TryParseShort(ref text, length, marks, out var value) || missing.HasNumbers)
                && !TryParseLong(MemoryMarshal.CreateReadOnlySpan(ref text, length), Count + line, out value))
            {
                value = Unusual(MemoryMarshal.CreateReadOnlySpan(ref text, length), Count + line, starts[line], lineAt);
            }

            values[line] = value;
            if (looks)
            {
                Notes.Look(MemoryMarshal.CreateReadOnlySpan(ref text, length));
            }
        }

        Count += lines;
        if (!Notes.IsInVain(Count))
        {
            return true;
        }

        // Other columns need the memory that was taken for all its rows.
        Grow(Count);
        return false;
    }

    public override RawColumn Build()
    {
        if (_values.Length != Count)
        {
            Grow(Count);
        }

        // "90 min" beside "2h 30m" is as long as 5,400 seconds are.
        foreach (var (row, seconds, unit) in Notes.HasDurations || request.Durations is not null ? _times : [])
        {
            _values[row] *= seconds;
            Notes.Convert(unit);
        }

        _times.Clear();
        return new NumberColumn(Name, _values) { Findings = Notes.Findings() };
    }

    private void Grow(int length)
    {
        var grown = GC.AllocateUninitializedArray<double>(length);
        _values.AsSpan(0, Count).CopyTo(grown);
        _values = grown;
    }

    private bool TryParseLong(ReadOnlySpan<byte> text, int row, out double value) =>
        (!missing.HasNumbers && NumberParser.TryParse(text, decimalMark, out value) && double.IsFinite(value))
        || TryParseCarefully(text, row, out value);

    /// <summary>Quotes, spaces, missing markers and all ways of writing a number that the quick way does not know.</summary>
    private bool TryParseCarefully(ReadOnlySpan<byte> raw, int row, out double value)
    {
        var content = CsvField.Content(raw, quotes, ref _scratch);
        value = double.NaN;
        if (missing.Contains(content))
        {
            return true;
        }

        content = content.Trim((byte)' ');
        if (missing.Contains(content))
        {
            return true;
        }

        if (NumberParser.TryParse(content, decimalMark, out var plain) && double.IsFinite(plain))
        {
            value = plain;
            return true;
        }

        if (content.Length > NumberText.MostBytes)
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(content);
        if (request.HasMagnitudes && Magnitudes.TryParse(text, (char)decimalMark, out var multiplied, out _))
        {
            value = multiplied.Value;
            Notes.AddMagnitude(text, multiplied);
            return true;
        }

        if (NumberText.TryParse(text, (char)decimalMark, out var number))
        {
            if (number.Unit is { } unit && DurationText.SecondsOf(unit) is { } seconds and not 1)
            {
                _times.Add((row, seconds, unit));
            }

            value = number.Value;
            Notes.Add(text, number);
            return true;
        }

        if (!DurationText.TryParseUnits(text, out var duration) && !(request.Durations is { } way && DurationText.TryParseClock(text, out duration, way == DateOrder.HoursMinutes)))
        {
            return false;
        }

        value = duration;
        Notes.AddDuration(text);
        return true;
    }

    /// <summary>Notes a cell that is no plain number.</summary>
    /// <returns>The number where it is one with a mark; else it is missing.</returns>
    private double Unusual(ReadOnlySpan<byte> raw, int row, int start, Func<int, long> lineAt)
    {
        var content = CsvField.Content(raw, quotes, ref _scratch);
        var text = Encoding.UTF8.GetString(content[..Math.Min(content.Length, NumberNotes.MostBytes)]);
        var isMarked = MarkedNumber.TryParse(text, (char)decimalMark, out var number, request.HasMagnitudes);
        if (request.IsReplaced?.Invoke(row) != true)
        {
            if (isMarked)
            {
                Notes.AddMarked(row, text, () => lineAt(start));
            }
            else
            {
                Notes.AddStrange(row, text, () => lineAt(start));
            }
        }

        return isMarked ? number.Value : double.NaN;
    }
}
