using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Graph.Data;
using Builder.Web.Instruments.Grids;

namespace Builder.Web.Data.Rows;

/// <summary>A column of a table to look through.</summary>
public abstract class RowColumn
{
    /// <summary>With more different values a filter is typed rather than chosen.</summary>
    private const int MostChoices = 30;

    private double[]? _keys;

    private RowColumn(string name, GridKind kind, IReadOnlyList<string> choices) => (Name, Kind, Choices) = (name, kind, choices);

    /// <summary>Its name in the file.</summary>
    public string Name { get; }

    /// <summary>How it is sorted and filtered.</summary>
    public GridKind Kind { get; }

    /// <summary>Its values, where they are few names.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>A column of a source as it is used; null for pictures.</summary>
    public static RowColumn? Of(RawColumn column, ColumnType type) => column switch
    {
        NumberColumn numbers => new OfNumbers(numbers, type),
        TextColumn texts => new OfTexts(texts, type),
        _ => null,
    };

    /// <summary>The value of a row, counted from 0, as the file writes it; null where it is missing.</summary>
    public abstract string? Text(int row);

    /// <summary>Whether a row has no value.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>The rows that meet what was typed over the column; null where that cannot be understood.</summary>
    public abstract Predicate<int>? Condition(string typed);

    /// <summary>The rows whose value holds a text; null where none can.</summary>
    public abstract Predicate<int>? Holding(string text);

    /// <summary>Whether a value that is typed can stand in the column; nothing is a missing value.</summary>
    public bool Takes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !NeedsNumbers || text.Trim().Length == 0
            || (double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value));
    }

    /// <summary>True where a word would make the whole column one of words.</summary>
    private protected abstract bool NeedsNumbers { get; }

    /// <summary>Sorts row numbers by their values. What is missing comes last either way; equals stay in the order of the file.</summary>
    public void Sort(int[] numbers, bool descending)
    {
        var keys = _keys ??= Keys();
        Array.Sort(numbers, (a, b) =>
        {
            var (x, y) = (keys[a - 1], keys[b - 1]);
            var order = double.IsNaN(x) || double.IsNaN(y) ? double.IsNaN(x).CompareTo(double.IsNaN(y)) : descending ? y.CompareTo(x) : x.CompareTo(y);
            return order != 0 ? order : a.CompareTo(b);
        });
    }

    /// <summary>One number a row by which rows are ordered; NaN where there is no value.</summary>
    private protected abstract double[] Keys();

    private static GridKind KindOf(ColumnType type, int different) => type switch
    {
        ColumnType.Number => GridKind.Number,
        ColumnType.Date => GridKind.Date,
        _ => different <= MostChoices ? GridKind.Choice : GridKind.Text,
    };

    private sealed class OfNumbers : RowColumn
    {
        private readonly double[] _values;

        public OfNumbers(NumberColumn column, ColumnType type)
            : this(column, type == ColumnType.Number || type == ColumnType.Id ? [] : [.. column.Values.Where(v => !double.IsNaN(v)).Distinct().Take(MostChoices + 1).Order()])
        {
        }

        private OfNumbers(NumberColumn column, double[] different)
            : base(column.Name, different.Length is 0 or > MostChoices ? GridKind.Number : GridKind.Choice, different.Length > MostChoices ? [] : [.. different.Select(Written)]) =>
            _values = column.Values;

        private protected override bool NeedsNumbers => true;

        public override string? Text(int row) => IsMissing(row) ? null : Written(_values[row]);

        public override bool IsMissing(int row) => double.IsNaN(_values[row]);

        public override Predicate<int>? Condition(string typed) => GridCondition.OfNumber(typed, GridKind.Number) is { } meets ? row => meets(_values[row]) : null;

        // No number is written with other signs, and writing each takes its time.
        public override Predicate<int>? Holding(string text) =>
            text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+' or 'E' or 'e') ? row => Text(row)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true : null;

        private protected override double[] Keys() => _values;

        private static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    }

    private sealed class OfTexts : RowColumn
    {
        private readonly TextColumn _texts;

        public OfTexts(TextColumn column, ColumnType type)
            : this(column, type, Different(column))
        {
        }

        private OfTexts(TextColumn column, ColumnType type, TextEntries different)
            : base(column.Name, KindOf(type, different.Length), KindOf(type, different.Length) == GridKind.Choice ? different : []) => _texts = column;

        private protected override bool NeedsNumbers => Kind == GridKind.Number;

        public override string? Text(int row) => _texts[row];

        public override bool IsMissing(int row) => _texts.Codes[row] == TextColumn.Missing;

        public override Predicate<int>? Condition(string typed)
        {
            if (Kind is GridKind.Number or GridKind.Date)
            {
                var keys = _keys ??= Keys();
                return GridCondition.OfNumber(typed, Kind) is { } within ? row => within(keys[row]) : null;
            }

            Func<string?, bool> meets = Kind == GridKind.Choice ? text => text == typed : GridCondition.OfText(typed);
            return ByEntry(meets, meets(null));
        }

        public override Predicate<int> Holding(string text) => ByEntry(entry => entry!.Contains(text, StringComparison.OrdinalIgnoreCase), false);

        // Each different text is looked at once, however many rows have it.
        private Predicate<int> ByEntry(Func<string?, bool> meets, bool whereMissing)
        {
            var (codes, fits) = (_texts.Codes, _texts.Entries.ConvertAll(entry => meets(entry)));
            return row => codes[row] is var code && code == TextColumn.Missing ? whereMissing : fits[codes[row]];
        }

        private protected override double[] Keys()
        {
            var entries = Kind switch
            {
                GridKind.Number => _texts.Entries.ConvertAll(NumberOf),
                GridKind.Date => Dates(),
                _ => Ranks(),
            };
            return Array.ConvertAll(_texts.Codes, code => code == TextColumn.Missing ? double.NaN : entries[code]);
        }

        private static double NumberOf(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

        private double[] Dates() => (_texts.Dates ?? DateColumns.Look(_texts, given: null))?.Order is { } order
            ? _texts.Entries.ConvertAll(text => DateText.TryParse(text, order, out var date) ? GridCondition.Days(date) : double.NaN)
            : Ranks();

        private double[] Ranks()
        {
            var ranks = new double[_texts.Entries.Length];
            var places = Enumerable.Range(0, ranks.Length).OrderBy(i => _texts.Entries[i], StringComparer.OrdinalIgnoreCase).ThenBy(i => _texts.Entries[i], StringComparer.Ordinal);
            foreach (var (place, rank) in places.Select((place, rank) => (place, rank)))
            {
                ranks[place] = rank;
            }

            return ranks;
        }

        private static TextEntries Different(TextColumn column) => column.Entries.Length > 10 * MostChoices
            ? column.Entries
            : TextEntries.Of([.. column.Codes.Distinct().Where(code => code >= 0).Select(code => column.Entries[code]).Order(StringComparer.OrdinalIgnoreCase)]);
    }
}
