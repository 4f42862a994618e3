using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Readings;

/// <summary>Which column of a table, and read as what: the same cells are other values under another decimal mark.</summary>
/// <param name="Index">Its place in a line, from 0.</param>
/// <param name="IsNumber">As numbers, or as texts.</param>
/// <param name="DecimalMark">The decimal mark of numbers; 0 for texts.</param>
/// <param name="Durations">How clock times are numbers of seconds; null where they are none.</param>
/// <param name="HasMagnitudes">Whether what stands behind numbers multiplies them.</param>
internal readonly record struct ColumnKey(int Index, bool IsNumber, byte DecimalMark = 0, DateOrder? Durations = null, bool HasMagnitudes = false)
{
    /// <summary>The key of what is asked for.</summary>
    /// <param name="request">The column.</param>
    /// <param name="decimalMark">The decimal mark of the table.</param>
    public static ColumnKey Of(ColumnRequest request, byte decimalMark) =>
        request.IsNumber ? new(request.Index, true, request.DecimalMark ?? decimalMark, request.Durations, request.HasMagnitudes) : new(request.Index, false);
}

/// <summary>What is known of a column from a reading of the whole file in which every cell counted: rows that are left out and cells that are corrected change what follows from it, not this.</summary>
/// <param name="Key">The column.</param>
internal abstract record StoredColumn(ColumnKey Key)
{
    /// <summary>What is worth keeping of a column that was read for the first time.</summary>
    /// <param name="key">The column.</param>
    /// <param name="read">What was read, whether or not it is a column of numbers.</param>
    public static StoredColumn Of(ColumnKey key, ColumnReading read) => read switch
    {
        { Column: TextColumn texts } => new StoredTexts(key, texts.Codes, texts.Entries),
        { Column: NumberColumn cut, Notes: { } notes } when notes.IsInVain(cut.Count) => new StoredCut(key, cut.Count, notes.Strangers, cut.Count - notes.StrangeCount),
        { Notes.AreCodes: true } => new StoredCodes(key),
        { Column: NumberColumn numbers } => new StoredNumbers(key, numbers.Values, numbers.Findings),
        _ => throw new NotSupportedException(read.Column.GetType().Name),
    };

    /// <summary>The column as a reading of the file would give it; null where only that can tell.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="looks">Whether it is looked at for the first time, so that it may turn out to be no column of numbers.</param>
    /// <param name="isNumber">False where it is none; the column is of no use then.</param>
    public abstract RawColumn? As(ColumnRequest request, bool looks, out bool isNumber);
}

/// <summary>A column of texts.</summary>
internal sealed record StoredTexts(ColumnKey Key, int[] Codes, TextEntries Entries) : StoredColumn(Key)
{
    public override RawColumn As(ColumnRequest request, bool looks, out bool isNumber)
    {
        isNumber = true;
        return new TextColumn(request.Name, Codes, Entries);
    }
}

/// <summary>A column that was read as numbers to its end.</summary>
internal sealed record StoredNumbers(ColumnKey Key, double[] Values, NumberFindings Findings) : StoredColumn(Key)
{
    public override RawColumn? As(ColumnRequest request, bool looks, out bool isNumber)
    {
        isNumber = true;
        if (Counted(Findings, request.IsReplaced) is not { } findings)
        {
            return null;
        }

        var (present, strangers) = (Values.Count(v => !double.IsNaN(v)), findings.StrangeCount - findings.GapMarks - findings.Infinite);
        isNumber = !looks || NumberNotes.Are(present, strangers, (findings.GapMarks, findings.Infinite, findings.MarkedCount));

        // Where somebody has said that these are numbers and most are none, the reader says so in its own words.
        return !looks && strangers > present ? null : new NumberColumn(request.Name, Values) { Findings = findings };
    }

    /// <summary>The findings without the cells that do not count; null where not all strange cells are kept.</summary>
    private static NumberFindings? Counted(NumberFindings findings, Func<int, bool>? isReplaced)
    {
        if (isReplaced is null || findings.StrangeCount + findings.MarkedCount == 0)
        {
            return findings;
        }

        if (findings.StrangeCount > findings.Strange.Length || findings.MarkedCount > findings.Marked.Length)
        {
            return null;
        }

        var (counted, marked) = (findings.Strange.RemoveAll(c => isReplaced(c.Row)), findings.Marked.RemoveAll(c => isReplaced(c.Row)));
        return counted.IsEmpty && marked.IsEmpty && findings.Units.IsEmpty && findings.GroupedCount == 0 && findings.Magnitude is null ? NumberFindings.None
            : findings with { Marked = marked, MarkedCount = marked.Length, Strange = counted, StrangeCount = counted.Length, GapMarks = counted.Count(c => GapMarks.Contains(c.Text)), Infinite = counted.Count(c => NumberText.IsInfinite(c.Text)) };
    }
}

/// <summary>A column of digits that numbers would lose, such as codes with zeros in front.</summary>
internal sealed record StoredCodes(ColumnKey Key) : StoredColumn(Key)
{
    public override RawColumn? As(ColumnRequest request, bool looks, out bool isNumber)
    {
        isNumber = false;
        return looks ? new NumberColumn(request.Name, []) : null;
    }
}

/// <summary>A column that was given up as one of numbers.</summary>
/// <param name="Key">The column.</param>
/// <param name="Rows">Rows that were read of it.</param>
/// <param name="Strangers">Of them, cells that are neither numbers nor usual marks for gaps.</param>
/// <param name="Others">Cells that may be numbers.</param>
internal sealed record StoredCut(ColumnKey Key, int Rows, int Strangers, int Others) : StoredColumn(Key)
{
    public override RawColumn? As(ColumnRequest request, bool looks, out bool isNumber)
    {
        isNumber = false;
        var replaced = request.IsReplaced is { } isReplaced ? Enumerable.Range(0, Rows).Count(isReplaced) : 0;
        return looks && NumberNotes.AreInVain(Strangers - replaced, Others + replaced) ? new NumberColumn(request.Name, []) : null;
    }
}
