using System.Globalization;
using System.Runtime.InteropServices;
using Builder.Graph.Data;

namespace Builder.Datasets.Columns;

/// <summary>Puts the values that a person means in place of those that are written: one class for several spellings, a gap for 999.</summary>
internal static class MeantValues
{
    /// <summary>The table with the meanings; the same one where it holds nothing that means anything else.</summary>
    public static RawTable Apply(RawTable table, RowChanges? changes)
    {
        if (changes is null || changes.Meanings.IsDefaultOrEmpty)
        {
            return table;
        }

        var meanings = changes.Meanings.ToLookup(m => m.Column, StringComparer.Ordinal);
        var columns = table.Columns.Select(column => meanings[column.Name].ToArray() is { Length: > 0 } own ? Meant(column, own) : column).ToArray();
        return columns.SequenceEqual(table.Columns, ReferenceEqualityComparer.Instance) ? table : new RawTable(table.Name, columns, table.Fingerprint, table.SourceRows);
    }

    private static RawColumn Meant(RawColumn column, ValueMeaning[] meanings) => column switch
    {
        TextColumn texts => Meant(texts, meanings),
        NumberColumn numbers => Meant(numbers, meanings),
        _ => column,
    };

    private static TextColumn Meant(TextColumn column, ValueMeaning[] meanings)
    {
        var meant = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meaning in meanings)
        {
            meant[meaning.Written] = meaning.Meant;
        }

        var entries = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = column.Entries.ConvertAll(entry => Place(meant.TryGetValue(entry, out var other) ? other
            : Number(entry) is { } number && meant.TryGetValue(Written(number), out var ofNumber) ? ofNumber : entry));
        var gap = Place(meant.GetValueOrDefault("", ""));
        var isAsItWas = entries.Count == column.Entries.Length && gap == TextColumn.Missing && !codes.Contains(TextColumn.Missing);
        return isAsItWas && entries.SequenceEqual(column.Entries) ? column
            : new TextColumn(column.Name, Array.ConvertAll(column.Codes, code => code == TextColumn.Missing ? gap : codes[code]), [.. entries]);

        int Place(string text)
        {
            if (text.Length == 0)
            {
                return TextColumn.Missing;
            }

            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, text, out var isKnown);
            if (!isKnown)
            {
                place = entries.Count;
                entries.Add(text);
            }

            return place;
        }
    }

    // What is no number cannot stand in a column of numbers; the column would have been read as texts.
    private static NumberColumn Meant(NumberColumn column, ValueMeaning[] meanings)
    {
        var meant = new Dictionary<double, double>();
        foreach (var meaning in meanings)
        {
            if ((meaning.Written.Length == 0 ? double.NaN : Number(meaning.Written)) is { } written && (meaning.Meant.Length == 0 ? double.NaN : Number(meaning.Meant)) is { } value)
            {
                meant[written] = value;
            }
        }

        return Array.TrueForAll(column.Values, value => !meant.ContainsKey(value)) ? column
            : new NumberColumn(column.Name, Array.ConvertAll(column.Values, value => meant.GetValueOrDefault(value, value))) { Findings = column.Findings };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Written(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
