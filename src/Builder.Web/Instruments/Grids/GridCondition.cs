using System.Globalization;

namespace Builder.Web.Instruments.Grids;

/// <summary>
/// What people type over a column: "&gt; 5", "&lt;= 3", "1..9" or "7" over numbers and dates, a part of a word, "=word" or "!word" over texts.
/// A date may be a year, a month or a day; it stands for all moments in it.
/// </summary>
public static class GridCondition
{
    private static readonly string[] Signs = [">=", "<=", "≥", "≤", ">", "<", "="];

    /// <summary>A condition on texts; a missing one meets none but those that ask for what is not in it.</summary>
    public static Func<string?, bool> OfText(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed switch
        {
            ['=', .. var whole] => text => string.Equals(text, whole.Trim(), StringComparison.OrdinalIgnoreCase),
            ['!', .. var part] when part.Trim() is { Length: > 0 } other => text => text?.Contains(other, StringComparison.OrdinalIgnoreCase) != true,
            _ => text => text?.Contains(typed, StringComparison.OrdinalIgnoreCase) == true,
        };
    }

    /// <summary>A condition on numbers, or on dates as days since year 1; null where it is none. A missing value (NaN) meets none.</summary>
    public static Func<double, bool>? OfNumber(string typed, GridKind kind)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Split("..") is [var from, var to])
        {
            return Read(from, kind) is { } low && Read(to, kind) is { } high ? value => value >= low.From && value <= high.To : null;
        }

        var sign = Signs.FirstOrDefault(s => typed.StartsWith(s, StringComparison.Ordinal)) ?? "";
        if (Read(typed[sign.Length..], kind) is not { } given)
        {
            return null;
        }

        return sign switch
        {
            ">" => value => value > given.To,
            ">=" or "≥" => value => value >= given.From,
            "<" => value => value < given.From,
            "<=" or "≤" => value => value <= given.To,
            _ => value => value >= given.From && value <= given.To,
        };
    }

    /// <summary>Whether a filter of a column can be understood.</summary>
    public static bool IsUnderstood(string? typed, GridKind kind) =>
        string.IsNullOrWhiteSpace(typed) || kind is GridKind.Text or GridKind.Choice || OfNumber(typed.Trim(), kind) is not null;

    /// <summary>A moment as days since year 1.</summary>
    public static double Days(DateTime moment) => moment.Ticks / (double)TimeSpan.TicksPerDay;

    private static (double From, double To)? Read(string text, GridKind kind)
    {
        text = text.Trim();
        if (kind != GridKind.Date)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? (number, number) : null;
        }

        foreach (var (format, next) in DateForms)
        {
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && start.Year < 9999)
            {
                return (Days(start), Math.BitDecrement(Days(next(start))));
            }
        }

        return null;
    }

    private static readonly (string Format, Func<DateTime, DateTime> Next)[] DateForms =
    [
        ("yyyy", d => d.AddYears(1)), ("yyyy-M", d => d.AddMonths(1)), ("yyyy-M-d", d => d.AddDays(1)),
        ("yyyy-M-d H:mm", d => d.AddMinutes(1)), ("yyyy-M-dTH:mm", d => d.AddMinutes(1)),
    ];
}
