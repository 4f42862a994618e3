using System.Runtime.CompilerServices;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Labels;

/// <summary>
/// Tells columns whose cells hold several labels from all others, by how the parts of the cells recur: few different parts in many combinations, and not each at
/// one place of the cell, as town and country are in "Paris, France".
/// </summary>
public static class LabelColumns
{
    private const int FewestRows = 10;
    private const int MostLabels = 300;
    private const int LongestLabel = 60;
    private const double LongestOnAverage = 30;

    /// <summary>Cells that are looked at before all of them are.</summary>
    private const int FirstLook = 2_000;

    /// <summary>More different cells than this are not needed to see how parts recur.</summary>
    private const int MostCells = 20_000;

    /// <summary>A label occurs in so many rows on average,</summary>
    private const double RowsOfALabel = 3;

    /// <summary>in more than one combination: of all that occur at least this share,</summary>
    private const double Recombined = 0.6;

    /// <summary>and at more than one place of the cell: of the different ones at least this share.</summary>
    private const double Moving = 0.3;

    /// <summary>The share of rows that have several, where what stands between them stands in no name,</summary>
    private const double SeveralAtLeast = 0.05;

    /// <summary>and where it might, such as a comma; there must be so many different combinations then.</summary>
    private const double SeveralOfNames = 0.1;

    private const int CombinationsOfNames = 3;

    /// <summary>The answers stay with the texts: the page asks again after every change.</summary>
    private static readonly ConditionalWeakTable<TextEntries, Answer> s_known = [];

    /// <summary>What stands between the labels of a column that holds several in a cell, or <see cref="LabelText.Json"/>; null for any other column.</summary>
    public static string? Recognise(TextColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return s_known.GetValue(column.Entries, _ => new Answer(Find(column))).Separator;
    }

    /// <summary>What stands between labels in texts that somebody says to hold labels; null where nothing does.</summary>
    public static string? SeparatorOf(TextColumn column) => Recognise(column) ?? Commonest(column.Entries);

    /// <summary>In how many rows each label is, in the order of their first cells.</summary>
    /// <param name="column">The column.</param>
    /// <param name="separator">What stands between labels, see <see cref="LabelText"/>.</param>
    public static IReadOnlyDictionary<string, int> Count(TextColumn column, string? separator)
    {
        ArgumentNullException.ThrowIfNull(column);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (cell, count) in column.Entries.Zip(column.RowsOfEntries()).Where(e => e.Second > 0))
        {
            foreach (var label in LabelText.Split(cell, separator))
            {
                counts[label] = counts.GetValueOrDefault(label) + count;
            }
        }

        return counts;
    }

    private static string? Commonest(TextEntries texts)
    {
        var lists = texts.Count(IsList);
        var found = LabelText.Separators.Select(s => (Separator: (string?)s, Count: texts.Count(t => t.Contains(s, StringComparison.Ordinal))))
            .OrderByDescending(s => s.Count).First();
        return lists > 0 && lists >= found.Count ? LabelText.Json : found.Count > 0 ? found.Separator : null;
    }

    private static bool IsList(string text) => text.Length > LabelText.None.Length && text.StartsWith('[') && text.EndsWith(']');

    private static string? Find(TextColumn column)
    {
        var first = column.Entries[..Math.Min(FirstLook, column.Entries.Length)];
        var candidates = LabelText.Separators.Where(s => first.Any(t => t.Contains(s, StringComparison.Ordinal)))
            .Where(s => first.Count(t => t.Contains(s, StringComparison.Ordinal)) >= first.Length * SeveralAtLeast).ToList();
        if (first.Count(t => t == LabelText.None || IsList(t)) >= first.Length * 0.9)
        {
            candidates.Insert(0, LabelText.Json);
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        var rows = column.RowsOfEntries();
        return candidates.FirstOrDefault(separator => AreLabels(column.Entries, rows, separator));
    }

    private static bool AreLabels(TextEntries entries, int[] rows, string separator)
    {
        var (parts, sets) = (new Dictionary<string, Part>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var (all, several, occurring, combinations) = (0L, 0L, 0L, 0);
        foreach (var (entry, count) in entries.Zip(rows).Where(e => e.Second > 0).Take(MostCells))
        {
            var labels = LabelText.Split(entry, separator);
            var isNewSet = sets.Add(string.Join('\n', labels.Order(StringComparer.Ordinal)));
            (all, several, occurring) = (all + count, several + (labels.Count > 1 ? count : 0), occurring + (labels.Count * (long)count));
            combinations += isNewSet && labels.Count > 1 ? 1 : 0;
            for (var place = 0; place < labels.Count; place++)
            {
                if (labels[place].Length > LongestLabel)
                {
                    return false;
                }

                var part = parts.GetValueOrDefault(labels[place]) ?? (parts[labels[place]] = new Part(place));
                part.See(place, count, isNewSet);
            }

            if (parts.Count > MostLabels)
            {
                return false;
            }
        }

        var mayBeInNames = separator is "," or "，" or "、" or "/";
        var isPair = !mayBeInNames && parts.Count == 2 && sets.Count(s => s.Length > 0) == 3;
        return all >= FewestRows && parts.Count >= 2 && occurring >= parts.Count * RowsOfALabel
            && several >= all * (mayBeInNames ? SeveralOfNames : SeveralAtLeast)
            && (isPair || combinations >= (mayBeInNames ? CombinationsOfNames : 2)) && (!mayBeInNames || sets.Count > parts.Count)
            && parts.Keys.Average(p => p.Length) <= LongestOnAverage
            && parts.Keys.Count(p => p.Any(char.IsLetter)) * 2 > parts.Count
            && parts.Values.Where(p => p.Sets > 1).Sum(p => p.Rows) >= occurring * Recombined
            && parts.Values.Count(p => p.Moves) >= parts.Count * Moving;
    }

    /// <summary>A part of cells.</summary>
    private sealed class Part(int firstPlace)
    {
        public long Rows { get; private set; }

        public int Sets { get; private set; }

        public bool Moves { get; private set; }

        public void See(int place, int rows, bool isNewSet) =>
            (Rows, Sets, Moves) = (Rows + rows, Sets + (isNewSet ? 1 : 0), Moves || place != firstPlace);
    }

    private sealed record Answer(string? Separator);
}
