using System.Globalization;
using System.Text.RegularExpressions;

namespace Builder.Datasets.Columns;

/// <summary>In which order a date's parts are written.</summary>
public enum DateOrder
{
    /// <summary>2015-12-31, 2015/12/31, 2015.12.31, 2015年12月31日.</summary>
    YearFirst,

    /// <summary>31.12.2015, 31/12/2015.</summary>
    DayFirst,

    /// <summary>12/31/2015.</summary>
    MonthFirst,
}

/// <summary>Reads dates as people and programs write them, with or without a time of day.</summary>
public static partial class DateText
{
    private const int MostLength = 40;

    /// <summary>
    /// The order in which all given dates can be read, missing ones aside; null if there is none. Where day and month cannot be told
    /// apart, dates with points are read day first (as in Europe), others month first.
    /// </summary>
    public static DateOrder? Detect(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var possible = new List<DateOrder> { DateOrder.YearFirst, DateOrder.MonthFirst, DateOrder.DayFirst };
        var any = false;
        var points = false;
        foreach (var text in texts)
        {
            if (text is null)
            {
                continue;
            }

            any = true;
            points |= text.Contains('.', StringComparison.Ordinal);
            possible.RemoveAll(order => !TryParse(text, order, out _));
            if (possible.Count == 0)
            {
                return null;
            }
        }

        return !any ? null : points && possible.Contains(DateOrder.DayFirst) ? DateOrder.DayFirst : possible[0];
    }

    /// <summary>Reads one date, without regard to time zones: the moment as written.</summary>
    public static bool TryParse(string text, DateOrder order, out DateTime date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        if (text.Length > MostLength)
        {
            return false;
        }

        var match = order == DateOrder.YearFirst ? YearFirst().Match(text) : YearLast().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var (one, two, three) = (Part(match, "a"), Part(match, "b"), Part(match, "c"));
        var (year, month, day) = order switch
        {
            DateOrder.YearFirst => (one, two, three),
            DateOrder.MonthFirst => (three, one, two),
            _ => (three, two, one),
        };
        return TryMake(year, month, day, match, out date);
    }

    private static bool TryMake(int year, int month, int day, Match match, out DateTime date)
    {
        date = default;
        var (hour, minute, second) = (Part(match, "h"), Part(match, "m"), Part(match, "s"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        date = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        if (match.Groups["f"] is { Success: true } fraction)
        {
            date = date.AddTicks((long)(double.Parse("0." + fraction.Value, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));
        }

        return true;
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private const string Time = @"(?:[T ]\s*(?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2})(?:[.,](?<f>\d{1,9}))?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$";

    [GeneratedRegex(@"^(?<a>\d{4})(?:(?<x>[-/.])(?<b>\d{1,2})\k<x>(?<c>\d{1,2})|年(?<b>\d{1,2})月(?<c>\d{1,2})日)" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<x>[-/.])(?<b>\d{1,2})\k<x>(?<c>\d{4})" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();
}
