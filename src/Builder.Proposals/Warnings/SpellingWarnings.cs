using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Profiles;
using Builder.Datasets.Text;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>One class or label that is spelled in several ways, and ticks whose absence says no: offered, never guessed.</summary>
internal static class SpellingWarnings
{
    private const int ClassesNamed = 3;

    /// <summary>Of a column of ticks, at least this share is ticked, and at most one less this share.</summary>
    private const double LeastTicked = 0.02;

    private static readonly FrozenSet<string> s_ticks = new[] { "x", "✓", "✔", "☑", "√", "y", "yes", "true", "t", "1", "ja", "j", "oui", "si", "sí", "是", "有", "对" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        for (var i = 0; i < plan.Columns.Length; i++)
        {
            var (column, profile) = (plan.Columns[i], inspection.Profiles[i]);
            if (column is { Use: not ColumnUse.Ignored, Type: ColumnType.Category or ColumnType.Labels } && inspection.Table.Find<TextColumn>(column.Name) is { } texts)
            {
                foreach (var warning in OfSpellings(inspection, plan, column, texts))
                {
                    yield return warning;
                }
            }

            if (plan.Source is TableSource && profile is { Distinct: 1, Missing: > 0 } && profile.Count - profile.Missing >= profile.Count * LeastTicked && profile.Missing >= profile.Count * LeastTicked
                && Enumerable.Range(0, inspection.Table.RowCount).Select(row => SingleColumn.NameOf(inspection.Table, column.Name, row)).First(v => v is not null) is { } tick && s_ticks.Contains(tick.Trim()))
            {
                yield return OfTicks(inspection, column, profile, tick);
            }
        }
    }

    private static IEnumerable<DataWarning> OfSpellings(SourceInspection inspection, DataPlan plan, ColumnChoice column, TextColumn texts)
    {
        // Of cells that hold several labels it is the labels that are spelled, and their names that are put in place.
        var separator = column.Type == ColumnType.Labels ? LabelColumns.SeparatorOf(texts) : null;
        var what = column.Type == ColumnType.Labels ? new Localized("label", "标签") : new("class", "类别");
        var classes = Spellings.Of(column.Type == ColumnType.Labels ? LabelColumns.Count(texts, separator) : texts.Entries.Zip(texts.RowsOfEntries()).Where(e => e.Second > 0).ToDictionary(e => e.First, e => e.Second, StringComparer.Ordinal));
        if (classes.Count > 0)
        {
            var others = classes.Sum(c => c.Others.Length);
            var more = classes.Count - ClassesNamed;
            ImmutableArray<ValueMeaning> meanings =
                [.. classes.SelectMany(c => c.Others.Select(other => new ValueMeaning { Column = column.Name, Written = other, Meant = c.Name, Separator = separator }))];
            yield return new("spellings", column.Use == ColumnUse.Target ? WarningLevel.Warning : WarningLevel.Note, column.Name, new(
                $"“{column.Name}” seems to spell the same in several ways: {string.Join("; ", classes.Take(ClassesNamed).Select(c => $"“{c.Name}” also as {Named(c.Others, ", ")}"))}{(more > 0 ? $"; and {more:N0} more" : "")}. Each spelling counts as a {what.En} of its own.",
                $"“{column.Name}”中似乎有同一内容的多种写法：{string.Join("；", classes.Take(ClassesNamed).Select(c => $"“{c.Name}”也写作{Named(c.Others, "、")}"))}{(more > 0 ? $"；另有 {more:N0} 处" : "")}。目前每种写法都算作单独的{what.Zh}。"),
                new(new(others == 1 ? "Merge them" : $"Merge all {others + classes.Count:N0} into {classes.Count:N0}", others == 1 ? "合并" : $"全部合并（{others + classes.Count:N0} 种合为 {classes.Count:N0} 种）"),
                    p => Meanings.Add(inspection, p, meanings)));
        }

        ValueMeaning[] merged = [.. Meanings.Of(plan, column.Name).Where(m => m is { Written.Length: > 0, Meant.Length: > 0 })];
        if (merged.Length > 0)
        {
            yield return new("merged-spellings", WarningLevel.Note, column.Name, new(
                $"“{column.Name}”: {merged.Length:N0} {(merged.Length == 1 ? "spelling counts" : "spellings count")} as another: {string.Join(", ", merged.Take(ClassesNamed).Select(m => $"“{m.Written}” as “{m.Meant}”"))}{(merged.Length > ClassesNamed ? ", …" : "")}. So it is in predictions too.",
                $"“{column.Name}”：{merged.Length:N0} 种写法按另一种计算：{string.Join("、", merged.Take(ClassesNamed).Select(m => $"“{m.Written}”算作“{m.Meant}”"))}{(merged.Length > ClassesNamed ? "……" : "")}。预测时也一样。"),
                new(new("Keep them as they are written", "保留原来的写法"), p => Meanings.Remove(p, merged)));
        }
    }

    private static DataWarning OfTicks(SourceInspection inspection, ColumnChoice column, ColumnProfile profile, string tick)
    {
        var no = tick.Trim() is "1" ? "0" : CharUnicodeInfo.GetUnicodeCategory(tick.Trim(), 0) == UnicodeCategory.OtherLetter ? "否" : "no";
        return new("ticks", WarningLevel.Note, column.Name, new(
            $"“{column.Name}” is “{tick}” in {profile.Count - profile.Missing:N0} rows and empty in {profile.Missing:N0}. If empty means “{no}”, it can be used.",
            $"“{column.Name}”有 {profile.Count - profile.Missing:N0} 行为“{tick}”，{profile.Missing:N0} 行为空。如果空白表示“{no}”，这一列就可以使用。"),
            new(new($"Empty means “{no}”", $"空白表示“{no}”"), p =>
            {
                var meant = Meanings.Add(inspection, p, [new ValueMeaning { Column = column.Name, Written = "", Meant = no }]);
                var choice = meant.Columns.First(c => c.Name == column.Name);
                return meant.With(choice with { Type = ColumnType.Category, Use = choice.Use == ColumnUse.Ignored ? ColumnUse.Input : choice.Use });
            }));
    }

    private static string Named(ImmutableArray<string> names, string separator) =>
        string.Join(separator, names.Take(4).Select(n => $"“{n}”")) + (names.Length > 4 ? " …" : "");
}

/// <summary>A class and other ways in which it seems to be spelled.</summary>
/// <param name="Name">The most frequent spelling.</param>
/// <param name="Others">The others, the most frequent first.</param>
internal sealed record Spellings(string Name, ImmutableArray<string> Others)
{
    /// <summary>Columns of more different values are no classes that somebody would look through.</summary>
    private const int MostValues = 500;

    /// <summary>One wrong letter is a slip only in a word of at least this length: "cat" and "car" are two things.</summary>
    private const int ShortestSlip = 5;

    /// <summary>A slip is rarer than the word: at most this share of it.</summary>
    private const double MostSlips = 0.5;

    /// <summary>The full-width forms of ASCII, as Chinese keyboards write them.</summary>
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';

    /// <summary>The names that are spelled in several ways, in the order of the first of each.</summary>
    /// <param name="rows">In how many rows each name is.</param>
    public static IReadOnlyList<Spellings> Of(IReadOnlyDictionary<string, int> rows)
    {
        if (rows.Count is < 2 or > MostValues)
        {
            return [];
        }

        var (names, counts) = (rows.Keys.ToArray(), rows.Values.ToArray());

        // Spellings that differ in case and blanks are one; then a rare one joins the frequent one that it is a slip of.
        var alike = Enumerable.Range(0, names.Length).GroupBy(name => Plain(names[name])).Select(g => (Key: g.Key, Names: g.ToList(), Count: g.Sum(name => counts[name])))
            .OrderByDescending(g => g.Count).ToList();
        for (var i = alike.Count - 1; i > 0; i--)
        {
            var slip = alike[i];
            var meant = alike.FindIndex(0, i, g => slip.Count <= g.Count * MostSlips && IsSlip(slip.Key, g.Key));
            if (meant >= 0)
            {
                alike[meant].Names.AddRange(slip.Names);
                alike.RemoveAt(i);
            }
        }

        return [.. alike.Where(g => g.Names.Count > 1).OrderBy(g => g.Names.Min()).Select(g => g.Names.OrderByDescending(name => counts[name]).ThenBy(name => name).Select(name => names[name]).ToArray())
            .Select(spelled => new Spellings(spelled[0], [.. spelled[1..]]))];
    }

    /// <summary>Without what people do not mean: case, blanks, full-width forms, hyphens and points between letters.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var written in ComposedLetters.Of(text))
        {
            var c = written is >= FirstWide and <= LastWide ? (char)(written - FirstWide + '!') : written;
            if (!char.IsWhiteSpace(c) && c is not ('-' or '_' or '\u200B' or '\uFEFF') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        // "A-" and "A" are two marks, "-" and "+" two signs.
        return plain.Length > 0 && !(text.EndsWith('-') || text.StartsWith('-')) ? plain.ToString().TrimEnd('.') : text.Trim();
    }

    /// <summary>One letter left out, added, exchanged or swapped with its neighbour; numbers and single letters are never slips of each other.</summary>
    private static bool IsSlip(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < ShortestSlip || longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var from = 0;
        while (from < shorter.Length && shorter[from] == longer[from])
        {
            from++;
        }

        var back = 0;
        while (back < shorter.Length - from && shorter[shorter.Length - 1 - back] == longer[longer.Length - 1 - back])
        {
            back++;
        }

        var (left, right) = (shorter[from..(shorter.Length - back)], longer[from..(longer.Length - back)]);
        var isOne = right.Length <= 1 || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);

        // The last letter alone often makes another name: "type a" and "type b", "team1" and "team2".
        var isInside = back > 0 || right.Length != left.Length;
        return isOne && isInside && (left + right).All(char.IsLetter) && (back > 1 || left.Length != right.Length || left.Length == 2);
    }
}

/// <summary>What the values of a plan's columns stand for.</summary>
internal static class Meanings
{
    /// <summary>Those of a column.</summary>
    public static IEnumerable<ValueMeaning> Of(DataPlan plan, string column) =>
        plan.Changes is { Meanings: { IsDefault: false } all } ? all.Where(m => m.Column == column) : [];

    /// <summary>The plan with further ones; what was meant by one of their names before goes on to its new meaning.</summary>
    public static DataPlan Add(SourceInspection inspection, DataPlan plan, ImmutableArray<ValueMeaning> more)
    {
        var before = plan.Changes?.Meanings is { IsDefault: false } all ? all : [];
        var kept = before.Where(m => !more.Any(n => n.Column == m.Column && n.Written == m.Written && n.Separator == m.Separator))
            .Select(m => more.FirstOrDefault(n => n.Column == m.Column && n.Written == m.Meant && n.Separator == m.Separator) is { } next ? m with { Meant = next.Meant } : m);
        return plan with { Changes = (plan.Changes ?? new()) with { Of = inspection.Table.Fingerprint, Meanings = [.. kept, .. more] } };
    }

    /// <summary>The way out for values of a column that stand where there is none.</summary>
    public static DataFix NoValue(SourceInspection inspection, string column, IReadOnlyCollection<string> written) => new(
        new("That means “no value”", "这表示“无值”"), p => Add(inspection, p, [.. written.Select(text => new ValueMeaning { Column = column, Written = text, Meant = "" })]));

    /// <summary>The plan without some.</summary>
    public static DataPlan Remove(DataPlan plan, IReadOnlyCollection<ValueMeaning> gone)
    {
        ImmutableArray<ValueMeaning> kept = [.. plan.Changes!.Meanings.Except(gone)];
        var changes = plan.Changes with { Meanings = kept.IsEmpty ? default : kept };
        return plan with { Changes = changes.IsEmpty ? null : changes };
    }
}
