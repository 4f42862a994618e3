using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Profiles;

/// <summary>Tells whether times such as 1:23:45 say how long something took, or when it was.</summary>
internal static partial class DurationColumns
{
    /// <summary>So many cells, and at least this share of them, that are longer than any time of day.</summary>
    private const int FewestLonger = 2;
    private const double ShareLonger = 0.01;

    /// <summary>Reads columns of texts that are durations as numbers of seconds.</summary>
    /// <param name="asked">The source as somebody described it: what it says of a column is not decided here.</param>
    /// <param name="complete">The source with what was found out so far.</param>
    /// <param name="columns">All columns; those of durations are replaced.</param>
    /// <param name="read">Reads the columns at these places as durations that are written in these ways.</param>
    /// <returns>The source, which says of each column of durations that it is one.</returns>
    public static TableSource Read(TableSource asked, TableSource complete, RawColumn[] columns, Func<(int Place, DateOrder Way)[], RawColumn[]> read)
    {
        var clocks = Enumerable.Range(0, columns.Length).Where(i => columns[i] is TextColumn texts && asked.DateOrderOf(texts.Name) is null && IsOne(texts))
            .Select(i => (Place: i, Way: Way((TextColumn)columns[i]))).ToArray();
        var durations = clocks.Length == 0 ? [] : read(clocks);
        for (var i = 0; i < clocks.Length; i++)
        {
            columns[clocks[i].Place] = durations[i];
        }

        var ways = clocks.ToDictionary(c => columns[c.Place].Name, c => c.Way, StringComparer.Ordinal);
        var found = columns.OfType<NumberColumn>().Where(c => c.Findings.Duration is not null && asked.DateOrderOf(c.Name) is null).ToArray();
        return found.Length == 0 ? complete : complete with
        {
            DateOrders = (complete.DateOrders ?? TableSource.NoDateOrders).SetItems(found.Select(c => KeyValuePair.Create(c.Name, ways.GetValueOrDefault(c.Name, DateOrder.Duration)))),
        };
    }

    /// <summary>Two numbers such as 3:45 are hours and minutes where the column's name says so and no cell speaks against it.</summary>
    private static DateOrder Way(TextColumn column) =>
        Hours().IsMatch(column.Name) && column.Entries.All(text => DurationText.MayBeHours(text) != false) ? DateOrder.HoursMinutes : DateOrder.Duration;

    /// <summary>Whether a column holds durations: its name says so, or some are longer than a day has hours.</summary>
    /// <param name="column">A column of texts, read as dates where it can be.</param>
    private static bool IsOne(TextColumn column)
    {
        if (column.Dates is { Order: DateOrder.TimeOfDay } times)
        {
            // What no clock shows, such as 25:10 or 75:00, makes the others lengths, too; a single one is rather a slip.
            var longer = times.Strange.Count(cell => DurationText.TryParse(cell.Text, out _));
            return longer == times.StrangeCount - times.GapMarks && (longer == 0 ? Length().IsMatch(column.Name) : longer >= FewestLonger && longer >= column.Count * ShareLonger);
        }

        if (column.Dates is not null)
        {
            return false;
        }

        return TextCells.AreNearlyAll(column, text => DurationText.TryParse(text, out _));
    }

    [GeneratedRegex(@"\bh{1,2}:mm\b(?!:)|\bhours?\b|小时", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hours();

    [GeneratedRegex(@"duration|elapsed|length|runtime|(run|wait|lap|race|finish|play|call|talk|response|travel|trip|cook|total|net|split)(ing)?[_\s.-]?time|^(wait|took|pace)$|时长|耗时|用时|历时|时间长", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
