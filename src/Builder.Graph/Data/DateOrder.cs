using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>How a column writes its moments, where a cell alone does not tell: the order of a date's parts, or what stands in a date's place.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DateOrder>))]
public enum DateOrder
{
    /// <summary>2015-12-31, 15/12/31, 20151231.</summary>
    YearFirst,

    /// <summary>31.12.2015, 31/12/15.</summary>
    DayFirst,

    /// <summary>12/31/2015, 12/31/15.</summary>
    MonthFirst,

    /// <summary>A day of a month without a year: "June 2", "6月2日".</summary>
    NoYear,

    /// <summary>A time of day without a date: 15:00, "3:05 PM".</summary>
    TimeOfDay,

    /// <summary>Days as spreadsheets count them: 1 is 1900-01-01, the fraction is the time of day.</summary>
    ExcelDays,

    /// <summary>Seconds since 1970-01-01.</summary>
    UnixSeconds,

    /// <summary>Milliseconds since 1970-01-01.</summary>
    UnixMilliseconds,

    /// <summary>No moments but how long something took, 1:23:45 or "2h 30m": numbers of seconds. 3:45 is minutes and seconds.</summary>
    Duration,

    /// <summary>The column is none of dates, whatever it looks like.</summary>
    None,

    /// <summary>How long something took, as <see cref="Duration"/>, but 3:45 is hours and minutes.</summary>
    HoursMinutes,
}

/// <summary>What follows from how a column writes its moments.</summary>
public static class DateOrderExtensions
{
    /// <summary>True for numbers of seconds: no dates.</summary>
    public static bool AreDurations(this DateOrder order) => order is DateOrder.Duration or DateOrder.HoursMinutes;

    /// <summary>True for what is no moment at all.</summary>
    public static bool AreNoDates(this DateOrder order) => order == DateOrder.None || order.AreDurations();
}
