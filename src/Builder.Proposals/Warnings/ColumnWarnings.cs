using System.Globalization;
using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Warnings;

/// <summary>What is wrong with single columns that are read.</summary>
internal static class ColumnWarnings
{
    /// <summary>From this share on, gaps are too many to be filled in silence.</summary>
    public const double ManyGaps = 0.3;

    /// <summary>The warnings about one column.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan, int index)
    {
        var (column, profile) = (plan.Columns[index], inspection.Profiles[index]);
        if (column.Use == ColumnUse.Ignored || column.Type == ColumnType.Picture)
        {
            yield break;
        }

        if (NotNumbers(inspection, column) is { } text)
        {
            yield return new("type-does-not-fit", WarningLevel.Blocking, column.Name, new(
                $"“{column.Name}” is set to Number, but holds “{text}”.", $"“{column.Name}”被设为“数值”，但其中有“{text}”。"),
                new(new("Set it back", "恢复原类型"), p => p.With(p.Columns[index] with { Type = inspection.Columns[index].Type })));
        }

        if (column.Use != ColumnUse.Input)
        {
            yield break;
        }

        var share = profile.Missing / (double)Math.Max(1, profile.Count);
        if (profile.Distinct <= 1)
        {
            yield return new("constant", WarningLevel.Warning, column.Name, new(
                $"“{column.Name}” is the same in every row, so there is nothing to learn from it.", $"“{column.Name}”在每一行都相同，学不到任何东西。"), LeaveOut(column.Name));
        }
        else if (column.Type == ColumnType.Id || (column.Type == ColumnType.Category && profile.Distinct > 20 && profile.Distinct > profile.Count * 0.8))
        {
            yield return new("id-like", WarningLevel.Warning, column.Name, new(
                $"“{column.Name}” is different in nearly every row: it names the row. A network would only learn it by heart.",
                $"“{column.Name}”几乎每行都不同：它只是行的标识，网络只会把它死记硬背下来。"), LeaveOut(column.Name));
        }

        if (share > ManyGaps)
        {
            yield return new("many-gaps", WarningLevel.Warning, column.Name, new(
                $"{Percent(share)} of “{column.Name}” is missing. The gaps are filled, but so many leave little to learn from.",
                $"“{column.Name}”有 {Percent(share)} 缺失。缺失值会自动填补，但缺失太多就学不到什么。"), LeaveOut(column.Name));
        }
    }

    /// <summary>The way out for a column that does more harm than good.</summary>
    public static DataFix LeaveOut(string column) => new(
        new($"Leave out “{column}”", $"不使用“{column}”"),
        plan => plan.With(plan.Columns.First(c => c.Name == column) with { Use = ColumnUse.Ignored }));

    /// <summary>The way out for rows that are no cases.</summary>
    public static DataFix LeaveOut(SourceInspection inspection, RowNumbers rows) => new(
        rows.Count == 1 ? new("Leave the row out", "排除这一行") : new("Leave the rows out", "排除这些行"), plan => plan with
        {
            Changes = (plan.Changes ?? new()) with { Of = inspection.Table.Fingerprint, LeftOut = (plan.Changes?.LeftOut ?? RowNumbers.None).Union(rows) },
        });

    /// <summary>A share as people write it.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");

    // Single strangers among numbers count as missing; where they are the most, training would refuse the column.
    private static string? NotNumbers(SourceInspection inspection, ColumnChoice column)
    {
        if (column.Type != ColumnType.Number || inspection.Table.Find<TextColumn>(column.Name) is not { } texts)
        {
            return null;
        }

        var isNumber = texts.Entries.ConvertAll(t => NumberText.TryParse(t, '.', out _));
        var isStranger = texts.Entries.ConvertAll(t => !GapMarks.Contains(t));
        var (numbers, strangers) = (texts.Codes.Count(c => c >= 0 && isNumber[c]), texts.Codes.Count(c => c >= 0 && !isNumber[c] && isStranger[c]));
        if (strangers <= numbers)
        {
            return null;
        }

        var bad = texts.Entries.Where((_, i) => !isNumber[i] && isStranger[i]).First();
        return bad.Length > 30 ? bad[..30] + "…" : bad;
    }
}

/// <summary>Columns that give the answer away: nearly the target itself, under another name.</summary>
internal static class LeakWarnings
{
    private const int NamesInFormula = 3;

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan is not { Source: TableSource, Target: { } target })
        {
            yield break;
        }

        // What merely grows with time is no leak: the time of a forecast is known.
        var time = SeriesOrder.Find(inspection, plan)?.By;
        foreach (var column in plan.Columns.Where(c => c.Use == ColumnUse.Input && c.Name != time && GivesAway(inspection, c, target)))
        {
            yield return new("gives-away", WarningLevel.Warning, column.Name, new(
                $"“{column.Name}” alone tells “{target.Name}” in nearly every row. If it is only known once the answer is known, the model would look perfect here and fail in real life.",
                $"单凭“{column.Name}”就几乎能知道每一行的“{target.Name}”。如果它要等答案揭晓后才知道，模型在这里会显得完美，实际使用却会失败。"),
                ColumnWarnings.LeaveOut(column.Name));
        }

        if (Together(inspection, plan, target) is { } together)
        {
            yield return together;
        }

        foreach (var column in plan.Columns.Where(c => c.Use == ColumnUse.Input && target.Type == ColumnType.Category && SingleColumn.GapsTellClasses(inspection.Table, c.Name, target.Name)))
        {
            yield return new("gaps-give-away", WarningLevel.Warning, column.Name, new(
                $"Whether “{column.Name}” is filled in tells “{target.Name}” in nearly every row. If it is filled in only once the answer is known, the model would look perfect here and fail in real life.",
                $"只看“{column.Name}”是否有值，就几乎能知道每一行的“{target.Name}”。如果它要等答案揭晓后才填写，模型在这里会显得完美，实际使用却会失败。"),
                ColumnWarnings.LeaveOut(column.Name));
        }
    }

    /// <summary>Columns that together are the target, where none of them is by itself.</summary>
    private static DataWarning? Together(SourceInspection inspection, DataPlan plan, ColumnChoice target)
    {
        string[] numbers = [.. plan.Columns.Where(c => c is { Use: ColumnUse.Input, Type: ColumnType.Number }).Select(c => c.Name)];
        if (target.Type != ColumnType.Number || ColumnSum.Find(inspection.Table, target.Name, numbers) is not { } sum)
        {
            return null;
        }

        var formula = sum.Columns.Count > NamesInFormula
            ? new Localized("the sum of all other numbers", "其他所有数值之和")
            : Localized.Same(string.Join(sum.Kind switch { SumKind.Sum => " + ", SumKind.Difference => " − ", SumKind.Product => " × ", _ => " ÷ " }, sum.Columns.Select(c => $"“{c}”")));
        return new("sum-gives-away", WarningLevel.Warning, target.Name, new(
            $"“{target.Name}” is {formula.En} in nearly every row: a sum needs no model. If these are only known once the answer is known, the model would look perfect here and fail in real life.",
            $"几乎每一行的“{target.Name}”都等于{formula.Zh}：做加减乘除不需要模型。如果这些列要等答案揭晓后才知道，模型在这里会显得完美，实际使用却会失败。"),
            ColumnWarnings.LeaveOut(sum.Columns[^1]))
        {
            OtherFixes = [.. sum.Columns.Take(Math.Min(sum.Columns.Count, NamesInFormula) - 1).Select(ColumnWarnings.LeaveOut)],
        };
    }

    private static bool GivesAway(SourceInspection inspection, ColumnChoice column, ColumnChoice target) => (column.Type, target.Type) switch
    {
        (ColumnType.Number, ColumnType.Number) => SingleColumn.NumbersTellNumbers(inspection.Table, column.Name, target.Name),
        (ColumnType.Number, ColumnType.Category) => SingleColumn.NumbersTellClasses(inspection.Table, column.Name, target.Name),
        (ColumnType.Category, ColumnType.Category) => SingleColumn.TextsTellClasses(inspection.Table, column.Name, target.Name),
        _ => false,
    };
}

/// <summary>Too little text to learn a language from.</summary>
internal static class TextWarnings
{
    private const int Short = 50_000;

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection)
    {
        var characters = inspection.Table.Columns.OfType<TextColumn>().FirstOrDefault() is { Entries: [var text, ..] } ? text.Length : 0;
        if (characters < Short)
        {
            yield return new("short-text", WarningLevel.Warning, null, new(
                $"The text has {characters:N0} characters. The model will learn letters and some words from it, but hardly sentences; from some 100,000 characters on it gets interesting.",
                $"文本只有 {characters:N0} 个字符。模型能学到字和一些词，但很难学会句子；大约十万字符以上才比较有意思。"));
        }
    }
}
