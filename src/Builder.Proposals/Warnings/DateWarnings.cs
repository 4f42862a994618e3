using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Warnings;

/// <summary>What was guessed, or counts as missing, while a column of dates was read; and numbers that may be moments.</summary>
internal static class DateWarnings
{
    /// <summary>Placeholders for "no date" are this many days away from all dates.</summary>
    private const double FarOut = 20 * 365.25;

    private static readonly DateTime[] Placeholders =
    [
        new(9999, 12, 31), new(2999, 12, 31), new(2099, 12, 31), new(1900, 1, 1), new(1970, 1, 1), new(1899, 12, 30), new(1899, 12, 31), new(1800, 1, 1), new(1753, 1, 1), new(1, 1, 1),
        new(2000, 1, 1), new(1999, 9, 9), new(9999, 1, 1), new(9999, 9, 9), new(1111, 11, 11), new(1904, 1, 1),
    ];

    /// <summary>The warnings about one column.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan, int index)
    {
        var column = plan.Columns[index];
        if (plan.Source is not TableSource source)
        {
            yield break;
        }

        if (column is { Use: not ColumnUse.Target, Type: ColumnType.Number or ColumnType.Id } && inspection.Table.Find<NumberColumn>(column.Name) is { } numbers
            && source.DateOrderOf(column.Name) is null && DateCounts.Suspected(numbers) is { } count)
        {
            yield return Count(source, column, numbers, count);
        }

        if (column is { Use: not ColumnUse.Ignored, Type: ColumnType.Number } && inspection.Table.Find<NumberColumn>(column.Name)?.Findings.Duration is { } duration)
        {
            yield return inspection.Table.Get<NumberColumn>(column.Name).Findings.OpenDuration is { } two ? OpenDuration(source, column, two) : Duration(source, column, duration);
        }

        if (column is { Use: ColumnUse.Ignored } or { Type: not ColumnType.Date } || inspection.Table.Find<TextColumn>(column.Name) is not { Dates: { } dates } texts)
        {
            yield break;
        }

        if (dates.StrangeCount > 0)
        {
            yield return StrangeCells.Warn(
                "not-dates", inspection, source, column, dates.Strange, (dates.StrangeCount, dates.GapMarks), new("is no date", "不是日期"), new("are no dates", "不是日期"));
        }

        if (dates is { Other: { } other, Open: { } open })
        {
            yield return source.IsSettled(column.Name) ? Settled(source, column, dates.Order, other, open) : Open(source, column, dates.Order, other, open);
        }

        if (Placeholder(texts) is { } far)
        {
            yield return new("placeholder-date", WarningLevel.Warning, column.Name, new(
                $"“{column.Name}”: “{far}” lies far away from all other dates; it probably stands for “no date”.",
                $"“{column.Name}”中的“{far}”与其他日期相距很远，很可能表示“没有日期”。"),
                StrangeCells.HoldElsewhere(inspection, column.Name, [far]) ? ColumnWarnings.LeaveOut(column.Name) : StrangeCells.NoValue(source, [far]));
        }

        if (Form(source, column, dates) is { } form)
        {
            yield return form;
        }
    }

    private static DataWarning Open(TableSource source, ColumnChoice column, DateOrder order, DateOrder other, string open)
    {
        var (read, turned) = (Read(open, order), Read(open, other));
        return new("day-month", WarningLevel.Warning, column.Name, new(
            $"“{column.Name}”: day and month cannot be told apart. “{open}” is read as {En(read)}; the whole column and every file for the model are read alike.",
            $"“{column.Name}”分不清日和月：“{open}”读作{Zh(read)}；整列以及以后给模型的文件都按这个顺序读取。"),
            Turn(source, column, other, new($"Read it as {En(turned)}", $"读作{Zh(turned)}")))
        {
            OtherFixes = [Turn(source, column, order, new($"{En(read)} is right", $"{Zh(read)}是对的"))],
        };
    }

    private static DataWarning Settled(TableSource source, ColumnChoice column, DateOrder order, DateOrder other, string open)
    {
        var (read, turned) = (Read(open, order), Read(open, other));
        return new("day-month", WarningLevel.Note, column.Name, new(
            $"“{column.Name}”: “{open}” is read as {En(read)}, as you have said.", $"“{column.Name}”：按您的选择，“{open}”读作{Zh(read)}。"),
            Turn(source, column, other, new($"Read it as {En(turned)}", $"读作{Zh(turned)}")));
    }

    private static DataWarning Duration(TableSource source, ColumnChoice column, string duration)
    {
        _ = DurationText.TryParse(duration, out var seconds, AreHours(source, column));
        return new("durations", WarningLevel.Note, column.Name, new(
            $"“{column.Name}” says how long something took, and is read in seconds: “{duration}” is {Plain(seconds)} s.",
            $"“{column.Name}”表示时长，已换算成秒：“{duration}”即 {Plain(seconds)} 秒。"),
            DurationText.TryParseClock(duration, out _) ? Turn(source, column, DateOrder.TimeOfDay, new("Read them as times of day", "按一天中的时刻读取")) : null);
    }

    /// <summary>Every duration of two numbers may be minutes and seconds, or hours and minutes: asked until somebody has answered.</summary>
    private static DataWarning OpenDuration(TableSource source, ColumnChoice column, string open)
    {
        var areHours = AreHours(source, column);
        var (read, turned) = (Length(open, areHours), Length(open, !areHours));
        var turn = Turn(source, column, areHours ? DateOrder.Duration : DateOrder.HoursMinutes, new($"“{open}” is {turned.En}", $"“{open}”是{turned.Zh}"));
        var clock = Turn(source, column, DateOrder.TimeOfDay, new("Read them as times of day", "按一天中的时刻读取"));
        return source.IsSettled(column.Name)
            ? new("durations", WarningLevel.Note, column.Name, new(
                $"“{column.Name}” says how long something took, and is read in seconds: “{open}” is {read.En}.", $"“{column.Name}”表示时长，已换算成秒：“{open}”即{read.Zh}。"), turn) { OtherFixes = [clock] }
            : new("open-durations", WarningLevel.Warning, column.Name, new(
                $"“{column.Name}” says how long something took: “{open}” is read as {read.En}, but may as well be {turned.En}. The whole column and every file for the model are read alike.",
                $"“{column.Name}”表示时长：“{open}”读作{read.Zh}，但也可能是{turned.Zh}。整列以及以后给模型的文件都按同一种方式读取。"), turn)
            {
                OtherFixes = [Turn(source, column, areHours ? DateOrder.HoursMinutes : DateOrder.Duration, new($"{read.En} is right", $"{read.Zh}是对的")), clock],
            };
    }

    private static bool AreHours(TableSource source, ColumnChoice column) => source.DateOrderOf(column.Name) == DateOrder.HoursMinutes;

    private static Localized Length(string text, bool areHours)
    {
        _ = DurationText.TryParseClock(text, out var seconds, areHours);
        var (large, small) = ((int)seconds / (areHours ? 3600 : 60), (int)seconds / (areHours ? 60 : 1) % 60);
        return areHours ? new($"{large} h {small} min", $"{large} 小时 {small} 分钟") : new($"{large} min {small} s", $"{large} 分 {small} 秒");
    }

    /// <summary>What is not told by the cells alone, where there is anything.</summary>
    private static DataWarning? Form(TableSource source, ColumnChoice column, DateFindings dates) => dates switch
    {
        { AreDigits: true } => new("digit-dates", WarningLevel.Note, column.Name, new(
            $"“{column.Name}”: the numbers are dates written as digits, and are read as such.", $"“{column.Name}”中的数字是连写的日期，已按日期读取。"),
            Turn(source, column, DateOrder.None, new("Keep the numbers", "保留为数字"))),
        { Order: DateOrder.ExcelDays or DateOrder.UnixSeconds or DateOrder.UnixMilliseconds } => new("count-dates", WarningLevel.Note, column.Name, new(
            $"“{column.Name}”: the numbers are read as moments.", $"“{column.Name}”中的数字按时间读取。"),
            Turn(source, column, DateOrder.None, new("Keep the numbers", "保留为数字"))),
        { Order: DateOrder.TimeOfDay } => new("times-of-day", WarningLevel.Note, column.Name, new(
            $"“{column.Name}” is read as the time of day: the hour is learned from it.", $"“{column.Name}”按一天中的时刻读取：模型从中学习小时。"),
            Turn(source, column, DateOrder.Duration, new("They say how long something took", "它们表示时长"))),
        { Order: DateOrder.NoYear } => new("no-year", WarningLevel.Note, column.Name, new(
            $"“{column.Name}” holds days without a year: only the season is learned from them.", $"“{column.Name}”只有月和日，没有年份：只能从中学到季节。")),
        { HasShortYears: true } => new("short-years", WarningLevel.Note, column.Name, new(
            $"“{column.Name}”: years with two digits from 69 on belong to the last century, others to this one (“68” is 2068).", $"“{column.Name}”中的两位年份：69 及以上属于上个世纪，其余属于本世纪（“68”即 2068 年）。")),
        _ => null,
    };

    private static DataWarning Count(TableSource source, ColumnChoice column, NumberColumn numbers, DateOrder count)
    {
        var first = numbers.Values.First(v => !double.IsNaN(v));
        _ = DateCounts.TryMake(first, count, out var moment);
        var (en, zh) = count switch
        {
            DateOrder.ExcelDays => ("days as spreadsheets count them", "电子表格的日期序号"),
            DateOrder.UnixSeconds => ("seconds since 1970", "自 1970 年起的秒数"),
            _ => ("milliseconds since 1970", "自 1970 年起的毫秒数"),
        };
        return new("may-be-dates", WarningLevel.Note, column.Name, new(
            $"“{column.Name}” may be {en}: {Plain(first)} would be {En(moment)}.", $"“{column.Name}”可能是{zh}：{Plain(first)} 即{Zh(moment)}。"),
            Turn(source, column, count, new("Read them as dates", "按日期读取")));
    }

    private static DataFix Turn(TableSource source, ColumnChoice column, DateOrder order, Localized title) =>
        new(title, p => p with { Source = source.WithOrder(column.Name, order) });

    /// <summary>A date that is known to stand for none and is far from all others; null where there is none.</summary>
    private static string? Placeholder(TextColumn column)
    {
        if (DateKeys.Days(column) is not { } days)
        {
            return null;
        }

        var known = days.Count(d => !double.IsNaN(d));
        if (known < 3)
        {
            return null;
        }

        var (first, last) = (days.Where(d => !double.IsNaN(d)).Min(), days.Where(d => !double.IsNaN(d)).Max());
        foreach (var (far, near) in new[] { (first, Nearest(days, first, isLater: true)), (last, Nearest(days, last, isLater: false)) })
        {
            if (near is { } other and not 0 && Math.Abs(far - other) > FarOut && Placeholders.Contains(new DateTime((long)(far * TimeSpan.TicksPerDay)).Date) && days.Count(d => d == far) * 2 < known)
            {
                return column[Array.IndexOf(days, far)];
            }
        }

        return null;
    }

    /// <summary>The next moment after one, or before it; null where there is none.</summary>
    private static double? Nearest(double[] days, double far, bool isLater)
    {
        double? nearest = null;
        foreach (var day in days)
        {
            if (isLater ? day > far && !(day >= nearest) : day < far && !(day <= nearest))
            {
                nearest = day;
            }
        }

        return nearest;
    }

    private static DateTime Read(string text, DateOrder order) => DateText.TryParse(text, order, out var moment) ? moment : default;

    private static string En(DateTime moment) => moment.ToString(moment.TimeOfDay == default ? "d MMMM yyyy" : "d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Zh(DateTime moment) => moment.ToString(moment.TimeOfDay == default ? "yyyy年M月d日" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    private static string Plain(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
