using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;

namespace Builder.Datasets.Csv;

/// <summary>Notes what is seen in a column that is read as numbers, and tells whether it is one.</summary>
internal sealed class NumberNotes
{
    /// <summary>What is kept of a cell stands in its first bytes.</summary>
    public const int MostBytes = 4 * (StrangeCell.LongestText + 1);

    private const int SafeDigits = 15;

    // A column of texts is known as one after so many cells.
    private const int CellsOfDoubt = 1000;

    private readonly List<StrangeCell> _strange = [];
    private readonly SortedDictionary<string, int> _units = new(StringComparer.Ordinal);
    private readonly List<StrangeCell> _marked = [];
    private int _markedCount;
    private int _strangeCount;
    private int _gapMarks;
    private int _infinite;
    private int _grouped;
    private string? _firstGrouped;
    private string? _firstMagnitude;
    private string? _firstDuration;
    private string? _openDuration;
    private bool _hasClearDuration;
    private int _wholes;
    private int _leadingZeros;
    private int _longNumbers;
    private (int Shortest, int Longest) _digits = (int.MaxValue, 0);

    /// <summary>The first cell that is neither a number nor a usual mark for a gap.</summary>
    public StrangeCell? First { get; private set; }

    /// <summary>Notes a number that is not written plainly.</summary>
    public void Add(string text, WrittenNumber number)
    {
        if (number.Unit is { } unit)
        {
            _units[unit] = _units.GetValueOrDefault(unit) + 1;
        }

        if (number.IsGrouped)
        {
            _grouped++;
            _firstGrouped ??= text;
        }
    }

    /// <summary>Notes a number that is multiplied by what stands behind it.</summary>
    public void AddMagnitude(string text, WrittenNumber number)
    {
        _firstMagnitude ??= text;

        // How its thousands are kept apart is told of numbers that are written out.
        Add(text, number with { IsGrouped = false });
    }

    /// <summary>Whether some cell is a duration that a number with one unit could not be.</summary>
    public bool HasDurations => _firstDuration is not null;

    /// <summary>Notes a duration, which is read in seconds.</summary>
    public void AddDuration(string text)
    {
        _firstDuration ??= text;
        if (!_hasClearDuration && DurationText.MayBeHours(text) is { } mayBeHours)
        {
            (_openDuration, _hasClearDuration) = (_openDuration ?? (mayBeHours ? text : null), !mayBeHours);
        }

        _units[DurationText.Unit] = _units.GetValueOrDefault(DurationText.Unit) + 1;
    }

    /// <summary>Notes that a number with a unit of time was brought to seconds.</summary>
    public void Convert(string unit)
    {
        _units[DurationText.Unit] = _units.GetValueOrDefault(DurationText.Unit) + 1;
        if (--_units[unit] == 0)
        {
            _units.Remove(unit);
        }
    }

    /// <summary>Notes a cell that is no number.</summary>
    public void AddStrange(int row, string text, Func<long> line)
    {
        _strangeCount++;
        var isMark = GapMarks.Contains(text);
        _gapMarks += isMark ? 1 : 0;
        _infinite += NumberText.IsInfinite(text) ? 1 : 0;
        if (_strange.Count < NumberFindings.MostCells || (First is null && !isMark))
        {
            var cell = new StrangeCell(row, line(), StrangeCell.Shortened(text));
            First ??= isMark ? null : cell;
            _strange.Add(cell);
        }
    }

    /// <summary>Notes a number with a mark, such as &lt;0.5.</summary>
    public void AddMarked(int row, string text, Func<long> line)
    {
        _markedCount++;
        if (_marked.Count < NumberFindings.MostCells)
        {
            _marked.Add(new(row, line(), StrangeCell.Shortened(text)));
        }
    }

    /// <summary>Looks at a field for digits that a number would lose.</summary>
    public void Look(ReadOnlySpan<byte> field)
    {
        var text = field.Length > 1 && field[0] == '"' && field[^1] == '"' ? field[1..^1] : CsvField.AsText(field) is { IsEmpty: false } kept ? kept : field;
        text = text.Length > 0 && text[^1] <= ' ' ? text.TrimEnd(" \t"u8) : text;
        text = text.Length > 0 && text[0] == '-' ? text[1..] : text;
        if (text.IsEmpty || text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return;
        }

        _wholes++;
        _digits = (Math.Min(_digits.Shortest, text.Length), Math.Max(_digits.Longest, text.Length));
        _leadingZeros += text.Length > 1 && text[0] == '0' ? 1 : 0;
        _longNumbers += text.TrimStart((byte)'0').Length > SafeDigits ? 1 : 0;
    }

    /// <summary>Cells that are neither numbers nor usual marks for gaps.</summary>
    public int Strangers => _strangeCount - _gapMarks - _infinite;

    /// <summary>Cells that are no numbers.</summary>
    public int StrangeCount => _strangeCount;

    /// <summary>Whether reading on as numbers is in vain, after so many rows.</summary>
    public bool IsInVain(int rows) => AreInVain(Strangers, rows - _strangeCount);

    /// <summary>The same, after so many strangers and other cells.</summary>
    public static bool AreInVain(int strangers, int others) => strangers > CellsOfDoubt && strangers > others;

    /// <summary>Whether more cells are strangers than numbers: then it is another column than was meant.</summary>
    /// <param name="present">Cells with a number.</param>
    public bool AreTooMany(int present) => Strangers > present;

    /// <summary>Whether a column that was read for the first time is one of numbers: nearly all cells are, and none would lose a digit.</summary>
    /// <param name="present">Cells with a number.</param>
    public bool AreNumbers(int present) => Are(present, Strangers, (_gapMarks, _infinite, _markedCount)) && !AreCodes;

    /// <summary>The same, from what was counted. Numbers with marks are some among others: where all are written like "&lt;=50K", they are names.</summary>
    public static bool Are(int present, int strangers, (int GapMarks, int Infinite, int Marked) counts) =>
        NearlyAll.Fit(present + counts.Infinite, strangers, counts.GapMarks) && counts.Infinite <= present && counts.Marked * 2L <= present;

    /// <summary>What was seen.</summary>
    public NumberFindings Findings() =>
        _strangeCount == 0 && _units.Count == 0 && _grouped == 0 && _markedCount == 0 && _firstMagnitude is null ? NumberFindings.None : new()
        {
            Strange = [.. _strange.Take(NumberFindings.MostCells)],
            StrangeCount = _strangeCount,
            GapMarks = _gapMarks,
            Marked = [.. _marked],
            MarkedCount = _markedCount,
            Infinite = _infinite,
            Units = _units.ToImmutableSortedDictionary(StringComparer.Ordinal),
            GroupedCount = _grouped,
            Grouped = _firstGrouped,
            Magnitude = _firstMagnitude,
            Duration = _firstDuration,
            OpenDuration = _hasClearDuration ? null : _openDuration,
        };

    /// <summary>
    /// Whether a number would lose digits; known only where they were looked at. "02134" beside "90210" is a code; a single "07" among numbers of all lengths is a
    /// number with a zero too many.
    /// </summary>
    public bool AreCodes => _longNumbers > 0 || (_leadingZeros > 0 && (_digits.Shortest == _digits.Longest || _leadingZeros * 10L >= _wholes));
}
