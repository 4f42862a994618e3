using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Dates;

/// <summary>Moments that are written as numbers: days of a spreadsheet, seconds or milliseconds since 1970, digits such as 20240501.</summary>
public static partial class DateCounts
{
    /// <summary>From so many numbers on a column tells by its values what it is; before, only its name does.</summary>
    private const int EnoughRows = 20;

    private const int EnoughDifferent = 10;

    /// <summary>Moments of one table rarely lie further apart, in days.</summary>
    private const double UsualSpan = 20 * 366;

    /// <summary>Reads a number as a moment; false where it is none, or the order is none of numbers.</summary>
    public static bool TryParse(string text, DateOrder order, out DateTime date)
    {
        date = default;
        return order is DateOrder.ExcelDays or DateOrder.UnixSeconds or DateOrder.UnixMilliseconds && NumberText.TryParse(text, '.', out var number) && TryMake(number.Value, order, out date);
    }

    /// <summary>The moment of a count.</summary>
    public static bool TryMake(double count, DateOrder order, out DateTime date)
    {
        date = default;
        var milliseconds = Math.Round(order switch
        {
            DateOrder.ExcelDays => (count - ExcelDaysTo1970) * 86_400_000,
            DateOrder.UnixSeconds => count * 1000,
            _ => count,
        });
        if (milliseconds is not (> -62_135_596_800_000 and < 253_402_300_800_000))
        {
            return false;
        }

        date = new DateTime(DateTime.UnixEpoch.AddMilliseconds(milliseconds).Ticks, DateTimeKind.Unspecified);
        return true;
    }

    /// <summary>Whether numbers are dates written as digits, all of them: hardly any other numbers are.</summary>
    public static bool AreDigits(NumberColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var any = 0;
        foreach (var value in column.Values)
        {
            if (double.IsNaN(value))
            {
                continue;
            }

            if (value is not ((>= 19_000_101 and <= 21_001_231) or (>= 190_001_010_000 and <= 210_012_312_359) or (>= 19_000_101_000_000 and <= 21_001_231_235_959))
                || !DateForms.TryRead(value.ToString("R", CultureInfo.InvariantCulture), out _))
            {
                return false;
            }

            any++;
        }

        return any >= EnoughRows || (any > 0 && Clock().IsMatch(column.Name));
    }

    /// <summary>What a column of numbers may count, by its name or by the range and the spread of its values; null where nothing speaks for moments.</summary>
    public static DateOrder? Suspected(NumberColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var (lowest, highest, any) = Range(column.Values);
        var order = ByRange(lowest, highest);
        if (order is null || !column.Findings.Units.IsEmpty || column.Findings.GroupedCount > 0)
        {
            return null;
        }

        return Clock().IsMatch(column.Name) || (any >= EnoughRows && IsUsual(column.Values, order.Value, lowest, highest)) ? order : null;
    }

    /// <summary>What numbers may count by their range; null where it is that of no moments of our time, or where a text is no number.</summary>
    internal static DateOrder? ByRange(IEnumerable<string> texts)
    {
        var (lowest, highest, _) = Range(texts.Select(t => NumberText.TryParse(t, '.', out var number) ? number.Value : double.PositiveInfinity));
        return ByRange(lowest, highest);
    }

    private static DateOrder? ByRange(double lowest, double highest) => (lowest, highest) switch
    {
        (>= 20_000, <= 75_000) => DateOrder.ExcelDays,
        (>= 3.0e8, <= 4.2e9) => DateOrder.UnixSeconds,
        (>= 3.0e11, <= 4.2e12) => DateOrder.UnixMilliseconds,
        _ => null,
    };

    private static (double Lowest, double Highest, int Count) Range(IEnumerable<double> values)
    {
        var (lowest, highest, count) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                (lowest, highest, count) = (Math.Min(lowest, value), Math.Max(highest, value), count + 1);
            }
        }

        return (lowest, highest, count);
    }

    // Whole numbers of this century that lie within some years, and differ: prices and amounts rarely do.
    private static bool IsUsual(double[] values, DateOrder order, double lowest, double highest)
    {
        var day = order switch { DateOrder.ExcelDays => 1, DateOrder.UnixSeconds => 86_400, _ => 86_400_000.0 };
        return TryMake(lowest, order, out var first) && first.Year >= 2000 && TryMake(highest, order, out var last) && last.Year <= 2050
            && highest - lowest <= (order == DateOrder.ExcelDays ? UsualSpan / 4 : UsualSpan) * day
            && Array.TrueForAll(values, v => double.IsNaN(v) || v == Math.Floor(v))
            && values.Where(v => !double.IsNaN(v)).Distinct().Take(EnoughDifferent).Count() == EnoughDifferent;
    }

    private const double ExcelDaysTo1970 = 25_569;

    [GeneratedRegex(@"(^|[_\s.-])(date|datetime|day|time|timestamp|ts|epoch|unix|created|updated|when|dob|birthday)([_\s.-]|$)|(Date|Time|At)$|日期|时间|时刻|生日", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
