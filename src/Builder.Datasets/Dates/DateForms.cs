using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Dates;

/// <summary>The forms of a date without its time of day. Texts come with plain digits and single blanks.</summary>
internal static partial class DateForms
{
    // Months, quarters and weeks alone are told from other pairs of numbers by their year.
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    /// <summary>Reads the whole text as a date; false where it is none in any order.</summary>
    public static bool TryRead(string text, out WrittenDate written)
    {
        written = default;
        var day = text.AsSpan().IndexOfAny("周週期拜(") >= 0 ? WeekdayInChinese().Replace(text, "", 1).Trim([' ', ',']) : text;
        return day.Length >= 3
            && (char.IsAsciiDigit(day[0]) && TryDigits(day, out written)
                || day.Contains('月', StringComparison.Ordinal) && TryChinese(day, out written)
                || day.Contains('年', StringComparison.Ordinal) && TryPeriodInChinese(day, out written)
                || TryPeriod(day, out written)
                || TryNamed(day, out written));
    }

    private static bool TryDigits(string text, out WrittenDate written)
    {
        written = default;
        if (ThreeNumbers().Match(text) is { Success: true } three)
        {
            return TryThree(three, out written);
        }

        if (YearAndMonth().Match(text) is { Success: true } month)
        {
            return TryMonth(Number(month, "y"), Number(month, "m"), out written);
        }

        if (Compact().Match(text) is { Success: true } digits)
        {
            var (hour, minute, second) = (Number(digits, "h"), Number(digits, "n"), Number(digits, "s"));
            written = new(WrittenKind.Date, digits.Groups["h"].Success ? DateGrain.Moment : DateGrain.Day, Number(digits, "y"), Number(digits, "m"), Number(digits, "d"), new(hour, minute, second))
            {
                IsDigits = !digits.Groups["t"].Success,
            };
            return hour < 24 && minute < 60 && second < 60 && written.First is >= 1900 and <= 2100 && IsDate(written);
        }

        return false;
    }

    private static bool TryThree(Match three, out WrittenDate written)
    {
        var (a, b, c) = (three.Groups["a"].Length, three.Groups["b"].Length, three.Groups["c"].Length);
        WrittenKind? kind = (a, c) switch
        {
            (4, <= 2) => WrittenKind.Date,
            (<= 2, 4) => WrittenKind.YearLast,
            (<= 2, 2) => a == 2 ? WrittenKind.ShortYear : WrittenKind.YearLast,
            _ => null,
        };
        written = new(kind ?? default, DateGrain.Day, Number(three, "a"), Number(three, "b"), Number(three, "c"), default)
        {
            HasShortYear = a < 4 && c < 4,
            HasPoints = three.Groups["x"].Value[0] == '.',
            IsLikeVersion = a < 4 && c < 4 && three.Groups["x"].Value[0] == '.' && (a == 1 || b == 1 || c == 1),
        };

        // "1/5/22": the year is the last of the three, but has two digits.
        written = kind == WrittenKind.YearLast && c == 2 ? written with { Third = WrittenDate.FullYear(written.Third) } : written;
        return kind is not null && (kind != WrittenKind.Date || IsDate(written));
    }

    private static bool TryChinese(string text, out WrittenDate written)
    {
        written = default;
        if (ChineseDate().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var (year, month) = (match.Groups["y"] is { Success: true } y ? y.Length == 2 ? WrittenDate.FullYear(Number(match, "y")) : Number(match, "y") : (int?)null, Number(match, "m"));
        if (!match.Groups["d"].Success)
        {
            return year is { } of && TryMonth(of, month, out written);
        }

        written = new(year is null ? WrittenKind.NoYear : WrittenKind.Date, DateGrain.Day, year ?? WrittenDate.YearOfNone, month, Number(match, "d"), default)
        {
            HasShortYear = match.Groups["y"].Length == 2,
        };
        return IsDate(written);
    }

    private static bool TryPeriodInChinese(string text, out WrittenDate written)
    {
        written = default;
        return ChinesePeriod().Match(text) is { Success: true } match && (match.Groups["q"] is { Success: true } quarter
            ? TryQuarter(Number(match, "y"), "一二三四".IndexOf(quarter.Value[0], StringComparison.Ordinal) is var q and >= 0 ? q + 1 : quarter.Value[0] - '0', out written)
            : TryWeek(Number(match, "y"), Number(match, "w"), 1, out written));
    }

    private static bool TryPeriod(string text, out WrittenDate written)
    {
        written = default;
        if (Quarter().Match(text) is { Success: true } quarter)
        {
            var year = quarter.Groups["y"].Length == 2 ? WrittenDate.FullYear(Number(quarter, "y")) : Number(quarter, "y");
            return TryQuarter(year, Number(quarter, "q"), out written);
        }

        return Week().Match(text) is { Success: true } week && TryWeek(Number(week, "y"), Number(week, "w"), week.Groups["d"].Success ? Number(week, "d") : 1, out written);
    }

    /// <summary>One name of a month, and day, year or both.</summary>
    private static bool TryNamed(string text, out WrittenDate written)
    {
        written = default;
        if (!Named().IsMatch(text))
        {
            return false;
        }

        var (month, before) = (0, 0);
        var numbers = new List<(int Value, int Digits)>(2);
        var mark = ' ';
        foreach (var token in Tokens().EnumerateMatches(text))
        {
            var part = text.AsSpan(token.Index, token.Length);
            if (char.IsDigit(part[0]))
            {
                if (part.Length > 4 || numbers.Count == 2)
                {
                    return false;
                }

                mark = token.Index > 0 ? text[token.Index - 1] : mark;
                numbers.Add((int.Parse(part, CultureInfo.InvariantCulture), part.Length));
            }
            else if (month == 0 && MonthNames.MonthOf(part) is var found and > 0)
            {
                (month, before) = (found, numbers.Count);
            }
            else if (!MonthNames.SaysNothing(part))
            {
                return false;
            }
        }

        return month > 0 && (numbers, before) switch
        {
            ([(var year, 4)], _) => TryMonth(year, month, out written),
            ([(var year, 2)], 0) when mark is '-' or '\'' or '/' => TryMonth(WrittenDate.FullYear(year), month, out written),
            ([(var day, <= 2)], _) => TryDay(null, month, day, out written),
            ([(var year, 4), (var day, <= 2)], <= 1) => TryDay(year, month, day, out written),
            ([(var day, <= 2), (var year, 4)], <= 1) => TryDay(year, month, day, out written),
            ([(var day, <= 2), (var year, 2)], <= 1) => TryDay(WrittenDate.FullYear(year), month, day, out written, isShort: true),
            _ => false,
        };
    }

    private static bool TryDay(int? year, int month, int day, out WrittenDate written, bool isShort = false)
    {
        written = new(year is null ? WrittenKind.NoYear : WrittenKind.Date, DateGrain.Day, year ?? WrittenDate.YearOfNone, month, day, default) { HasShortYear = isShort };
        return IsDate(written);
    }

    private static bool TryMonth(int year, int month, out WrittenDate written)
    {
        written = new(WrittenKind.Date, DateGrain.Month, year, month, 1, default);
        return month is >= 1 and <= 12 && year is >= FirstYear and <= LastYear;
    }

    private static bool TryQuarter(int year, int quarter, out WrittenDate written)
    {
        written = new(WrittenKind.Date, DateGrain.Quarter, year, (quarter * 3) - 2, 1, default);
        return quarter is >= 1 and <= 4 && year is >= FirstYear and <= LastYear;
    }

    private static bool TryWeek(int year, int week, int day, out WrittenDate written)
    {
        written = default;
        if (year is < FirstYear or > LastYear || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        var date = ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7));
        written = new(WrittenKind.Date, DateGrain.Week, date.Year, date.Month, date.Day, default);
        return true;
    }

    private static bool IsDate(WrittenDate written) =>
        written.First is >= 1 and <= 9999 && written.Second is >= 1 and <= 12 && written.Third >= 1 && written.Third <= DateTime.DaysInMonth(written.First, written.Second);

    private static int Number(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<a>\d{1,4})(?<x>[-/.]|(?<=\d)\. )(?<b>\d{1,2})\k<x>(?<c>\d{1,4})(?:\.|\.? ?г\.?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeNumbers();

    [GeneratedRegex(@"^(?:(?<y>\d{4})[-/Mm](?<m>\d{1,2})|(?<m>\d{1,2})[-/](?<y>\d{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:(?<t>T)?(?<h>\d{2})(?<n>\d{2})(?<s>\d{2})?(?(t)Z?))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?:(?<y>\d{4}|\d{2}) ?年 ?)?(?<m>\d{1,2}) ?月(?: ?(?<d>\d{1,2}) ?[日号號])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseDate();

    [GeneratedRegex(@"^(?<y>\d{4}) ?年 ?第? ?(?:(?<q>[1-4一二三四]) ?季度?|(?<w>\d{1,2}) ?[周週])$", RegexOptions.CultureInvariant)]
    private static partial Regex ChinesePeriod();

    [GeneratedRegex(@" ?[(（]?(?:星期|礼拜|周|週)[一二三四五六日天][)）]?| ?[(（][月火水木金土日화수목금토][)）]", RegexOptions.CultureInvariant)]
    private static partial Regex WeekdayInChinese();

    [GeneratedRegex(@"^(?:(?<y>\d{4})[-/ ]?Q(?<q>[1-4])|Q(?<q>[1-4])(?:[-/ ]|, )?'?(?<y>\d{4}|\d{2})|(?<q>[1-4])Q[-/ ]?'?(?<y>\d{4}|\d{2}))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?:(?<y>\d{4})[- ]?W(?<w>\d{1,2})(?:-?(?<d>[1-7]))?|(?:W|KW|CW|Week) ?(?<w>\d{1,2})(?:[-/ ]|, )(?<y>\d{4}))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Week();

    [GeneratedRegex(@"^[\p{L}\d ,./'-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\d+|\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
