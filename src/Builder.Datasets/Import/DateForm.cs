using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>How a column writes its dates, so that a date chosen in a calendar looks like those that are there.</summary>
/// <param name="Order">The order of the parts.</param>
/// <param name="Pattern">As .NET writes it, such as "dd.MM.yyyy HH:mm".</param>
/// <param name="HasTime">Whether a time of day follows.</param>
public sealed record DateForm(DateOrder Order, string Pattern, bool HasTime)
{
    /// <summary>2015-12-31.</summary>
    public static DateForm Plain { get; } = new(DateOrder.YearFirst, "yyyy-MM-dd", HasTime: false);

    /// <summary>The usual form of an order, where no date shows another.</summary>
    public static DateForm Usual(DateOrder order) => order switch
    {
        DateOrder.DayFirst => new(order, "dd'.'MM'.'yyyy", HasTime: false),
        DateOrder.MonthFirst => new(order, "MM'/'dd'/'yyyy", HasTime: false),
        _ => Plain with { Order = order },
    };

    /// <summary>The form of given dates; null where they are none of a calendar, or say more than a calendar could give back, such as seconds' fractions or a time zone.</summary>
    /// <param name="texts">Dates of the column; missing ones aside.</param>
    /// <param name="known">The order, where it is known already: a few dates may not tell day and month apart.</param>
    public static DateForm? Of(IEnumerable<string?> texts, DateOrder? known = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var column = new TextColumn("", [.. texts]);
        if (DateColumns.Look(column, known) is not { Order: not (DateOrder.NoYear or DateOrder.TimeOfDay) } found)
        {
            return null;
        }

        // Dates that are counted, or written in several ways, are understood in the plain form as well.
        var plain = new DateForm(found.Order, Plain.Pattern, HasTime: false);
        if (found.Order >= DateOrder.ExcelDays)
        {
            return plain;
        }

        (string Text, DateTime Moment)[] dates = [.. column.Entries.Select(text => (text, Read: DateText.TryParse(text, found.Order, out var date) ? date : (DateTime?)null)).Where(d => d.Read is not null).Select(d => (d.text, d.Read!.Value))];
        var pattern = Patterns(found.Order).FirstOrDefault(p => Array.TrueForAll(dates, d => d.Moment.ToString(p, CultureInfo.InvariantCulture) == d.Text));
        return pattern is not null ? new DateForm(found.Order, pattern, pattern.Contains("mm", StringComparison.Ordinal))
            : found.Grain == DateGrain.Moment ? null : plain;
    }

    /// <summary>The pattern without the time of day, which a field of its own takes.</summary>
    public string DayPattern => HasTime ? Pattern[..(Pattern.IndexOfAny(['H', 'h']) - TimeMark.Length)] : Pattern;

    /// <summary>A moment as the column would write it.</summary>
    public string Write(DateTime moment) => moment.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>The moment of a text; null where it is none in this order.</summary>
    public DateTime? Read(string? text) => text is not null && DateText.TryParse(text.Trim(), Order, out var date) ? date : null;

    // What stands between day and time is one character in quotes.
    private const string TimeMark = "' '";

    private static readonly string[] Times = ["", "' 'HH':'mm", "' 'H':'mm", "' 'HH':'mm':'ss", "' 'H':'mm':'ss", "'T'HH':'mm", "'T'HH':'mm':'ss", "' 'hh':'mm tt", "' 'h':'mm tt"];

    /// <summary>The patterns that a calendar can write, those with numbers filled up first where digits stand alone: "1.5.2015" beside "31.12.2015" shows that they are not.</summary>
    private static IEnumerable<string> Patterns(DateOrder order)
    {
        string[] parts = order switch
        {
            DateOrder.DayFirst => ["dd{0}MM{0}yyyy", "d{0}MM{0}yyyy", "d{0}M{0}yyyy", "dd{0}MM{0}yy", "d{0}MM{0}yy", "d{0}M{0}yy"],
            DateOrder.MonthFirst => ["MM{0}dd{0}yyyy", "M{0}d{0}yyyy", "MM{0}dd{0}yy", "M{0}d{0}yy"],
            _ => ["yyyy{0}MM{0}dd", "yyyy{0}M{0}d", "yy{0}MM{0}dd"],
        };
        var inDigits = from mark in Marks from part in parts select string.Format(CultureInfo.InvariantCulture, part, mark);
        return inDigits.Concat(Others).SelectMany(day => Times.Select(time => day + time));
    }

    private static readonly string[] Marks = ["'-'", "'/'", "'.'"];

    // What does not depend on the order.
    private static readonly string[] Others =
    [
        "yyyy年MM月dd日", "yyyy年M月d日", "yyyyMMdd", "d MMM yyyy", "dd MMM yyyy", "MMM d yyyy", "MMM dd yyyy", "MMM d, yyyy", "MMM dd, yyyy", "d MMMM yyyy", "dd MMMM yyyy", "MMMM d yyyy", "MMMM d, yyyy", "MMMM dd, yyyy",
        "dd'-'MMM'-'yyyy", "d'-'MMM'-'yyyy", "dd'-'MMM'-'yy", "d'-'MMM'-'yy", "yyyy'-'MM", "yyyy'/'MM", "MM'/'yyyy", "MMM yyyy", "MMMM yyyy", "MMM'-'yy", "yyyy年M月",
    ];
}
