using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>A number far outside all others: one that stands for "no value", such as 999, or a slip that no training would survive.</summary>
internal static class PlaceholderWarnings
{
    private const int FewestValues = 10;
    private const int FewestRepeats = 3;

    /// <summary>A number that stands for "no value" lies at least so many widths of all others away from them,</summary>
    private const double WidthsOutside = 1;

    /// <summary>one that is not made of nines, many,</summary>
    private const double WidthsOfAny = 5;

    /// <summary>and one that spoils the training, so many.</summary>
    private const double WidthsThatSpoil = 1000;

    /// <summary>The warnings about one column.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan, int index)
    {
        var column = plan.Columns[index];
        if (plan.Source is not TableSource || column.Use == ColumnUse.Ignored || column.Type != ColumnType.Number
            || inspection.Profiles[index].Distinct < FewestValues || inspection.Table.Find<NumberColumn>(column.Name) is not { } numbers)
        {
            yield break;
        }

        foreach (var isHigh in new[] { true, false })
        {
            var value = isHigh ? inspection.Profiles[index].Numbers!.Maximum : inspection.Profiles[index].Numbers!.Minimum;
            var (count, all, low, high) = Others(numbers.Values, value);
            if (count > all / 2)
            {
                continue;
            }

            var away = (isHigh ? value - high : low - value) / Math.Max(high - low, double.Epsilon);
            if (StandsForNone(value, count, low, away))
            {
                yield return Placeholder(inspection, column, value, count, (low, high));
            }
            else if (away > WidthsThatSpoil)
            {
                yield return Far(inspection, column, numbers, value, (low, high));
            }
        }
    }

    /// <summary>How often a value occurs, how many numbers there are, and between which the others lie.</summary>
    private static (int Count, int All, double Low, double High) Others(double[] values, double value)
    {
        var (count, all, low, high) = (0, 0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var other in values)
        {
            all += double.IsNaN(other) ? 0 : 1;
            count += other == value ? 1 : 0;
            low = other < low && other != value ? other : low;
            high = other > high && other != value ? other : high;
        }

        return (count, all, low, high);
    }

    private static bool StandsForNone(double value, int count, double lowest, double away) =>
        value is -1 or -9 ? count >= FewestRepeats && lowest >= 0
        : IsOfNines(value) ? away > WidthsOutside && (count >= FewestRepeats || (count > 1 && away > WidthsOfAny) || Math.Abs(value) >= 9999)
        : count >= FewestRepeats && away > WidthsOfAny;

    private static bool IsOfNines(double value) =>
        Math.Abs(value) is >= 99 and < 1e16 && Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).All(c => c == '9');

    private static DataWarning Placeholder(SourceInspection inspection, ColumnChoice column, double value, int count, (double Low, double High) others) => new(
        "placeholder", WarningLevel.Warning, column.Name, new(
            $"“{column.Name}” is {Plain(value)} in {count:N0} {(count == 1 ? "row" : "rows")}, while all others lie between {Plain(others.Low)} and {Plain(others.High)}. Such a number often stands for “not known”.",
            $"“{column.Name}”有 {count:N0} 行为 {Plain(value)}，而其他值都在 {Plain(others.Low)} 到 {Plain(others.High)} 之间。这样的数字往往表示“未知”。"),
        MeansNone(inspection, column, value))
    {
        OtherFixes = [LeaveOut(inspection, column, value)],
    };

    private static DataWarning Far(SourceInspection inspection, ColumnChoice column, NumberColumn numbers, double value, (double Low, double High) others)
    {
        var row = inspection.Table.RowNumber(Array.IndexOf(numbers.Values, value));
        var target = column.Use == ColumnUse.Target;
        return new("far-outside", WarningLevel.Warning, column.Name, new(
            $"“{column.Name}” is {Plain(value)} in row {row:N0}, far outside all others ({Plain(others.Low)} to {Plain(others.High)}). {(target ? "The loss would consist of this row alone, and nothing could be learned from the others." : "Beside it all others look alike, so hardly anything can be learned from the column.")}",
            $"“{column.Name}”在第 {row:N0} 行为 {Plain(value)}，远在其他所有值（{Plain(others.Low)} 到 {Plain(others.High)}）之外。{(target ? "损失将完全由这一行决定，其他行就学不到了。" : "与它相比，其他值看起来都一样，这一列几乎学不到什么。")}"),
            LeaveOut(inspection, column, value))
        {
            OtherFixes = [MeansNone(inspection, column, value)],
        };
    }

    private static DataFix MeansNone(SourceInspection inspection, ColumnChoice column, double value) =>
        Meanings.NoValue(inspection, column.Name, [value.ToString("R", CultureInfo.InvariantCulture)]);

    private static DataFix LeaveOut(SourceInspection inspection, ColumnChoice column, double value)
    {
        var values = inspection.Table.Get<NumberColumn>(column.Name).Values;
        return ColumnWarnings.LeaveOut(inspection, RowNumbers.Of(Enumerable.Range(0, values.Length).Where(row => values[row] == value).Select(inspection.Table.RowNumber)));
    }

    private static string Plain(double value) => Math.Abs(value) is >= 1e15 or (> 0 and < 1e-6)
        ? value.ToString("0.###E+0", CultureInfo.InvariantCulture)
        : value.ToString("0.######", CultureInfo.InvariantCulture);
}
