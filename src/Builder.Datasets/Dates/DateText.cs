using System.Globalization;
using System.Text;
using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Dates;

/// <summary>
/// Reads dates as people and programs write them in English and Chinese: with or without a time of day, with names of months, months, quarters and weeks alone, times of
/// day alone. Where the order of the parts is not told by a text itself, it is given by the column's <see cref="DateOrder"/>.
/// </summary>
public static class DateText
{
    private const int MostLength = 64;

    /// <summary>The order in which all given dates can be read, missing ones aside; null if there is none. See <see cref="DateColumns"/> for columns with strangers.</summary>
    public static DateOrder? Detect(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var column = new TextColumn("", [.. texts]);
        return DateColumns.Look(column, given: null) is { StrangeCount: 0 } found ? found.Order : null;
    }

    /// <summary>Reads one date, without regard to time zones: the moment as written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">How its column writes dates.</param>
    /// <param name="date">The moment; a month, quarter or week is its first day, a time of day one of 1970-01-01, a day without a year one of 2000.</param>
    public static bool TryParse(string text, DateOrder order, out DateTime date)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DateCounts.TryParse(text, order, out date)
            || (TryReadPlain(text, out date) ? order is not (DateOrder.NoYear or DateOrder.TimeOfDay) && !order.AreNoDates()
            : TryRead(text, out var written) && written.TryIn(order, out date));
    }

    /// <summary>Whether a text is a whole date in digits with a year of four, such as 2015-12-31 or 31.12.2015: hardly the name of a column.</summary>
    internal static bool IsFullDate(string text) =>
        TryRead(text, out var written) && written is { Kind: WrittenKind.Date or WrittenKind.YearLast, IsDigits: false, HasShortYear: false }
        && (written.Grain == DateGrain.Moment || (written.Grain == DateGrain.Day && !text.Any(c => char.IsLetter(c) && c is not ('年' or '月' or '日'))))
        && (written.TryIn(DateOrder.DayFirst, out _) || written.TryIn(DateOrder.MonthFirst, out _));

    /// <summary>Reads a text as far as it tells by itself what it is.</summary>
    internal static bool TryRead(string text, out WrittenDate written)
    {
        written = default;
        if (text.Length is < 3 or > MostLength || text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !text.Any(char.IsDigit))
        {
            return false;
        }

        if (TryReadPlain(text, out var moment))
        {
            written = new(WrittenKind.Date, text.Length > 10 ? DateGrain.Moment : DateGrain.Day, moment.Year, moment.Month, moment.Day, moment.TimeOfDay);
            return true;
        }

        var plain = Plain(text);
        if (plain.Length < 3 || TimeText.TryTake(plain, out var time, out var rest) is not { } hasTime)
        {
            return plain.Length >= 3 && DateForms.TryRead(plain, out written);
        }

        if (!hasTime || rest.Length == 0)
        {
            written = new(WrittenKind.Time, DateGrain.Moment, 0, 0, 0, time);
            return hasTime;
        }

        if (!DateForms.TryRead(rest, out written) || written.Grain != DateGrain.Day)
        {
            return false;
        }

        written = written with { Grain = DateGrain.Moment, Time = time, IsDigits = false };
        return true;
    }

    /// <summary>2015-12-31, alone or with 14:30 or 14:30:59 behind a blank or T, without any detour: so most programs write.</summary>
    private static bool TryReadPlain(string text, out DateTime moment)
    {
        moment = default;
        if (text.Length is not (10 or 16 or 19) || text[4] is not ('-' or '/') || text[7] != text[4] || (text.Length > 10 && (text[10] is not (' ' or 'T') || text[13] != ':' || (text.Length > 16 && text[16] != ':'))))
        {
            return false;
        }

        var (year, month, day) = ((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (text.Length > 10 ? Two(text, 11) : 0, text.Length > 10 ? Two(text, 14) : 0, text.Length > 16 ? Two(text, 17) : 0);
        if (year is < 1 || Two(text, 0) < 0 || Two(text, 2) < 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        moment = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        return true;
    }

    // Below zero where one of the two is no digit.
    private static int Two(string text, int at) => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -10_000;

    /// <summary>Digits, signs and blanks of all scripts as their ASCII likes, without what cannot be seen; blanks in a row are one.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var symbol in text)
        {
            var one = symbol switch
            {
                < '\u0080' => symbol == '\t' ? ' ' : symbol,
                '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => '\0',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
                '\u2019' => '\'',
                '年' or '년' => '年',
                '월' => '月',
                '일' => '日',
                >= '\uFF01' and <= '\uFF5E' => (char)(symbol - 0xFEE0),
                _ when char.IsWhiteSpace(symbol) => ' ',
                _ when CharUnicodeInfo.GetDecimalDigitValue(symbol) is var digit and >= 0 => (char)('0' + digit),
                _ => symbol,
            };
            if (one != '\0' && (one != ' ' || (plain.Length > 0 && plain[^1] != ' ')))
            {
                plain.Append(one);
            }
        }

        return plain.ToString().TrimEnd();
    }
}
