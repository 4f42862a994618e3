using System.Collections.Frozen;
using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Columns of a table that each say yes or no of one label (cat 1, dog 0, …): together they are one column of several labels.</summary>
internal static class TickColumns
{
    private const int Fewest = 2;

    private static readonly FrozenSet<string> s_yes = new[] { "1", "1.0", "true" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> s_no = new[] { "0", "0.0", "false" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns that say yes or no of a label each, where that is what the table is about: they are more than the others, and no other is called like a target.</summary>
    /// <param name="columns">The columns of the table.</param>
    /// <param name="names">The one that names the pictures.</param>
    public static ImmutableArray<string> Find(IReadOnlyCollection<RawColumn> columns, string names)
    {
        var ticks = columns.Where(c => c.Name != names && AreTicks(c)).Select(c => c.Name).ToImmutableArray();
        var others = columns.Where(c => c.Name != names && !ticks.Contains(c.Name)).Select(c => c.Name).ToArray();
        return ticks.Length >= Fewest && ticks.Length > others.Length && !others.Contains(PictureLabels.TicksColumn) && !Array.Exists(others, ClassColumnName.Fits)
            ? ticks : default;
    }

    /// <summary>The columns with one in place of those that are labels; they as they are where one of those is not among them.</summary>
    /// <param name="columns">Columns of the table.</param>
    /// <param name="ticks">The names of those that are labels.</param>
    public static IReadOnlyList<RawColumn> Joined(IReadOnlyList<RawColumn> columns, ImmutableArray<string> ticks)
    {
        if (ticks.IsDefaultOrEmpty)
        {
            return columns;
        }

        RawColumn[] own = [.. ticks.Select(name => columns.FirstOrDefault(c => c.Name == name)).OfType<RawColumn>()];
        return own.Length < ticks.Length ? columns : [.. columns.Where(c => !ticks.Contains(c.Name) && c.Name != PictureLabels.TicksColumn), Together(own)];
    }

    /// <summary>Whether a row has several of the labels, or none: each is a yes or no of its own then, and not one of several classes.</summary>
    public static bool AreSeveral(TextColumn labels) =>
        LabelColumns.SeparatorOf(labels) is var separator && labels.Entries.Any(cell => LabelText.Split(cell, separator).Count != 1);

    // What is neither yes nor no is not known, and with it what the row has.
    private static TextColumn Together(RawColumn[] ticks)
    {
        var separator = Array.Exists(ticks, t => LabelText.Separators.Any(s => t.Name.Contains(s, StringComparison.Ordinal))) ? LabelText.Json : null;
        var answers = Array.ConvertAll(ticks, Answers);
        var cells = new string?[ticks[0].Count];
        for (var row = 0; row < cells.Length; row++)
        {
            if (Array.TrueForAll(answers, a => a(row) is not null))
            {
                cells[row] = LabelText.Join([.. ticks.Where((_, i) => answers[i](row) == true).Select(t => t.Name)], separator);
            }
        }

        return new TextColumn(PictureLabels.TicksColumn, cells);
    }

    private static Func<int, bool?> Answers(RawColumn column)
    {
        var texts = Texts(column);
        var meant = texts.Entries.ConvertAll(Answer);
        return row => texts.Codes[row] is var code && code == TextValues.Missing ? null : meant[code];
    }

    private static bool AreTicks(RawColumn column) =>
        Texts(column) is var texts && texts.Entries.Length > 0 && !texts.Codes.Contains(TextValues.Missing) && texts.Entries.All(text => Answer(text) is not null);

    private static TextValues Texts(RawColumn column) => column switch
    {
        NumberColumn numbers => TextValues.From(new NumberValues(numbers.Values)),
        TextColumn texts => new TextValues(texts.Codes, texts.Entries),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    private static bool? Answer(string text) => s_yes.Contains(text.Trim()) ? true : s_no.Contains(text.Trim()) ? false : null;
}
