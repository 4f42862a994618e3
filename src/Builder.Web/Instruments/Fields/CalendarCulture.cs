using System.Globalization;
using Builder.Web.Shell;

namespace Builder.Web.Instruments.Fields;

/// <summary>Names of months and days in both languages: the server carries no cultures of the system.</summary>
public static class CalendarCulture
{
    private static readonly CultureInfo English = Make([], [], [], DayOfWeek.Monday, "MMMM yyyy");

    private static readonly CultureInfo Chinese = Make(
        ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月", ""],
        ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
        ["日", "一", "二", "三", "四", "五", "六"],
        DayOfWeek.Monday,
        "yyyy年M月");

    /// <summary>The culture of a calendar in a language.</summary>
    public static CultureInfo Of(string language) => language == UiState.Chinese ? Chinese : English;

    private static CultureInfo Make(string[] months, string[] days, string[] shortDays, DayOfWeek first, string yearAndMonth)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var names = culture.DateTimeFormat;
        if (months.Length > 0)
        {
            (names.MonthNames, names.MonthGenitiveNames) = (months, months);
            (names.AbbreviatedMonthNames, names.AbbreviatedMonthGenitiveNames) = (months, months);
            (names.DayNames, names.AbbreviatedDayNames, names.ShortestDayNames) = (days, shortDays, shortDays);
        }

        (names.FirstDayOfWeek, names.YearMonthPattern) = (first, yearAndMonth);
        return CultureInfo.ReadOnly(culture);
    }
}
