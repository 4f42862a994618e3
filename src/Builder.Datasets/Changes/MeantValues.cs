using System.Globalization;
using System.Runtime.InteropServices;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Graph.Data;

namespace Builder.Datasets.Changes;

/// <summary>Puts the values that a person means in place of those that are written: one class or label for several spellings, a gap for 999.</summary>
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
        var meant = Names(meanings.Where(m => m.Separator is null));
        var ofLabels = meanings.Where(m => m.Separator is not null).GroupBy(m => m.Separator!, StringComparer.Ordinal).Select(g => (Separator: g.Key, Names: Names(g))).ToArray();
        var entries = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = column.Entries.ConvertAll(entry => Place(ofLabels.Aggregate(Whole(entry), (cell, of) => Labels(cell, of.Separator, of.Names))));
        var gap = Place(meant.GetValueOrDefault("", ""));
        var isAsItWas = entries.Count == column.Entries.Length && gap == TextColumn.Missing && !codes.Contains(TextColumn.Missing);
        return isAsItWas && entries.SequenceEqual(column.Entries) ? column
            : new TextColumn(column.Name, Array.ConvertAll(column.Codes, code => code == TextColumn.Missing ? gap : codes[code]), [.. entries]) { Dates = column.Dates };

        string Whole(string entry) => meant.TryGetValue(entry, out var other) ? other
            : Number(entry) is { } number && meant.TryGetValue(Written(number), out var ofNumber) ? ofNumber : entry;

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

    /// <summary>A cell of several labels with the names that are meant; the cell itself where it has none of those that mean another.</summary>
    private static string Labels(string cell, string separator, Dictionary<string, string> meant)
    {
        var labels = LabelText.Split(cell, separator);
        return labels.Any(meant.ContainsKey)
            ? LabelText.Join([.. labels.Select(label => meant.GetValueOrDefault(label, label)).Where(label => label.Length > 0).Distinct(StringComparer.Ordinal)], separator) : cell;
    }

    private static Dictionary<string, string> Names(IEnumerable<ValueMeaning> meanings)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meaning in meanings)
        {
            names[meaning.Written] = meaning.Meant;
        }

        return names;
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
