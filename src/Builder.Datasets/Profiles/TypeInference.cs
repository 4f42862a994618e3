using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Datasets.Labels;
using Builder.Datasets.Numbers;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Datasets.Profiles;

/// <summary>What a column seems to be, and why.</summary>
/// <param name="Type">The type proposed.</param>
/// <param name="Reason">Why, in plain words.</param>
public sealed record InferredType(ColumnType Type, Localized Reason)
{
    /// <summary>Of several labels in a cell, what stands between them, see <see cref="LabelText"/>; null for any other column.</summary>
    public string? Separator { get; init; }
}

/// <summary>Proposes a type for a column from its values and its name.</summary>
public static partial class TypeInference
{
    /// <summary>Whole numbers with at most this many different values are a class where the name says so.</summary>
    private const int MostNumberedClasses = 20;

    /// <summary>Texts with at most this many different values are categories, whatever the number of rows.</summary>
    private const int FewTexts = 20;

    /// <summary>And with more, if each occurs this often on average,</summary>
    private const int RowsOfACategory = 5;

    /// <summary>and is no longer than this on average.</summary>
    private const int LongestCategory = 50;

    /// <summary>Rows from which on a column of all different values can be told to be names of rows.</summary>
    private const int RowsOfIds = 20;

    /// <summary>The type proposed for a column as it was read.</summary>
    /// <param name="column">The column.</param>
    /// <param name="dates">How it writes dates, where somebody has said so.</param>
    public static InferredType Infer(RawColumn column, DateOrder? dates = null) => Infer(column, Profiler.Profile(column), dates);

    /// <summary>The same where the column is summed up already.</summary>
    internal static InferredType Infer(RawColumn column, ColumnProfile profile, DateOrder? dates) => column switch
    {
        PictureColumn => new(ColumnType.Picture, new("The values are pictures.", "值为图片。")),
        NumberColumn numbers => InferNumbers(numbers, profile),
        TextColumn texts => InferTexts(texts, profile, texts.Dates ?? DateColumns.Look(texts, dates)),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    private static InferredType InferNumbers(NumberColumn column, ColumnProfile profile)
    {
        if (profile.Numbers is null)
        {
            return new(ColumnType.Number, new("All values are missing.", "所有值均缺失。"));
        }

        var areWhole = Array.TrueForAll(column.Values, v => double.IsNaN(v) || v == Math.Floor(v));
        if (areWhole && profile.Missing == 0 && profile.Distinct == profile.Count && column.Findings.Units.IsEmpty && IsRowNumber(column, profile.Numbers))
        {
            return new(ColumnType.Id, new("Whole numbers, a different one in every row: they name the row.", "每行一个互不相同的整数：用于标识行。"));
        }

        if (areWhole && profile.Distinct == 2)
        {
            return new(ColumnType.Category, new("Only two different whole numbers: they stand for a choice.", "只有两个不同的整数：表示二选一。"));
        }

        return areWhole && profile.Distinct <= MostNumberedClasses && ClassColumnName.Fits(column.Name)
            ? new(ColumnType.Category, new(
                $"Only {profile.Distinct} different whole numbers, and the name says that they are classes.",
                $"只有 {profile.Distinct} 个不同的整数，且列名表明它们是类别。"))
            : new(ColumnType.Number, column.Findings.StrangeCount == 0
                ? new("All values are numbers.", "所有值都是数字。")
                : new(
                    $"Nearly all values are numbers; {column.Findings.StrangeCount:N0} are none and count as missing.",
                    $"几乎所有值都是数字；{column.Findings.StrangeCount:N0} 个不是，按缺失处理。"));
    }

    /// <summary>The name says so, or the rows are simply counted.</summary>
    private static bool IsRowNumber(NumberColumn column, NumberProfile numbers) =>
        IdName().IsMatch(column.Name)
        || (column.Count >= RowsOfIds && numbers.Minimum is 0 or 1 && IsCounting(column.Values));

    private static bool IsCounting(double[] values)
    {
        for (var row = 1; row < values.Length; row++)
        {
            if (values[row] != values[row - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }

    private static InferredType InferTexts(TextColumn column, ColumnProfile profile, DateFindings? dates)
    {
        if (profile.Distinct == 0)
        {
            return new(ColumnType.Category, new("All values are missing.", "所有值均缺失。"));
        }

        if (dates is not null)
        {
            return new(ColumnType.Date, DateReason(dates));
        }

        var length = column.Entries.MeanLength;
        var rows = profile.Count - profile.Missing;
        if (AreCodes(column.Entries))
        {
            return new(profile.Distinct * 2L > rows ? ColumnType.Id : ColumnType.Category, new(
                "Digits that a number would lose: zeros in front, or more than 15. They are kept as they are written.",
                "数字串若当作数值会丢失信息：开头有 0，或超过 15 位。已按原样保留。"));
        }

        if (LabelColumns.Recognise(column) is { } separator)
        {
            return new(ColumnType.Labels, LabelReason(separator)) { Separator = separator };
        }

        if (rows >= RowsOfIds && profile.Distinct == rows && !AreMostlyNumbers(column.Entries) && !column.Entries.Any(e => e.Contains(' ', StringComparison.Ordinal)) && length < LongestCategory)
        {
            return new(ColumnType.Id, new("A different single word in every row: they name the row.", "每行一个互不相同的单词：用于标识行。"));
        }

        var areFew = profile.Distinct <= FewTexts && rows > profile.Distinct;
        var repeat = rows >= (long)profile.Distinct * RowsOfACategory;
        var count = profile.Distinct.ToString(CultureInfo.InvariantCulture);
        return length <= LongestCategory && (areFew || repeat)
            ? new(ColumnType.Category, new($"{count} different short texts that occur again and again.", $"{count} 个反复出现的不同短文本。"))
            : new(ColumnType.Text, new("Mostly different texts.", "文本大多互不相同。"));
    }

    private static Localized LabelReason(string separator) => separator == LabelText.Json
        ? new("A cell is a list, and the same few names recur in many combinations: several labels.", "每个单元格是一个列表，少数几个名称以多种组合反复出现：一格多个标签。")
        : new(
            $"A cell holds several names with “{separator}” between them, and the same few recur in many combinations: several labels.",
            $"单元格中有多个以“{separator}”分隔的名称，少数几个名称以多种组合反复出现：一格多个标签。");

    /// <summary>Nothing but digits, in nearly all of a column that was not read as numbers.</summary>
    private static bool AreCodes(TextEntries entries) =>
        HasAtMost(entries, entries.Length / 10, e => e.Length <= 1 || e.AsSpan().ContainsAnyExceptInRange('0', '9')) && entries.Any(e => e.Length > 1 && (e[0] == '0' || e.Length > 15));

    private static bool AreMostlyNumbers(TextEntries entries) => HasAtMost(entries, (entries.Length - 1) / 2, e => !NumberText.TryParse(e, '.', out _));

    // Of a million texts, those that decide come soon.
    private static bool HasAtMost(TextEntries entries, int most, Predicate<string> isOther)
    {
        var others = 0;
        return entries.All(e => !isOther(e) || ++others <= most);
    }

    private static Localized DateReason(DateFindings dates)
    {
        var (en, zh) = dates.Order switch
        {
            DateOrder.DayFirst => ("dates, the day first", "日期，日在前"),
            DateOrder.MonthFirst => ("dates, the month first", "日期，月份在前"),
            DateOrder.NoYear => ("days of a year that is not given", "没有年份的日期"),
            DateOrder.TimeOfDay => ("times of day", "一天中的时刻"),
            DateOrder.ExcelDays => ("dates as spreadsheets count days", "电子表格的日期序号"),
            DateOrder.UnixSeconds => ("moments in seconds since 1970", "自 1970 年起的秒数"),
            DateOrder.UnixMilliseconds => ("moments in milliseconds since 1970", "自 1970 年起的毫秒数"),
            _ => ("dates, the year first", "日期，年份在前"),
        };
        return dates.StrangeCount == 0 ? new($"All values are {en}.", $"所有值都是{zh}。") : new(
            $"Nearly all values are {en}; {dates.StrangeCount:N0} are none and count as missing.", $"几乎所有值都是{zh}；{dates.StrangeCount:N0} 个不是，按缺失处理。");
    }

    [GeneratedRegex(@"^(?i:id|no|nr|index|row|key|uuid)$|[_\s.-](?i:id|no|nr)$|Id$|[a-z]ID$|编号|序号", RegexOptions.CultureInvariant)]
    private static partial Regex IdName();
}
