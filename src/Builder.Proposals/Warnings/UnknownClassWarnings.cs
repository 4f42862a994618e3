using System.Collections.Frozen;
using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Classes of the target that say that the answer is not known, such as "TBD": a model would learn to predict them.</summary>
internal static class UnknownClassWarnings
{
    private const int FewestOthers = 2;

    // Of the usual marks for "no value" these may well be answers.
    private static readonly FrozenSet<string> s_answers = new[] { "none", "x", "pending", "empty", "void", "blank", "missing", "*", "/", "\\", "_", "#", "not tested", "brak", "无", "無", "空", "没有", "なし", "없음" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>One warning, or none.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        // A folder of pictures that is called "unknown" is a class; a table's cell that says so is none.
        if (plan.Target is not { Type: ColumnType.Category } target || inspection.Table.Find<TextColumn>(target.Name) is not { } texts
            || !(plan.Source is TableSource || inspection.Join?.Columns.Contains(target.Name) == true))
        {
            yield break;
        }

        var areMarks = texts.Entries.ConvertAll(entry => GapMarks.Contains(entry) && !s_answers.Contains(entry.Trim()));
        var used = texts.Codes.Where(code => code >= 0).ToHashSet();
        string[] marks = [.. used.Where(code => areMarks[code]).Order().Select(code => texts.Entries[code])];
        if (marks.Length == 0 || used.Count - marks.Length < FewestOthers)
        {
            yield break;
        }

        int[] rows = [.. Enumerable.Range(0, texts.Count).Where(row => texts.Codes[row] >= 0 && areMarks[texts.Codes[row]])];
        yield return new("unknown-class", WarningLevel.Warning, target.Name, new(
            $"“{target.Name}” is {string.Join(" or ", marks.Select(m => $"“{m}”"))} in {rows.Length:N0} {(rows.Length == 1 ? "row" : "rows")}: that seems to say that the answer is not known. As it is, the model learns it as an answer of its own.",
            $"“{target.Name}”有 {rows.Length:N0} 行为{string.Join("或", marks.Select(m => $"“{m}”"))}：似乎表示答案未知。目前模型会把它当作一个单独的类别来学习。"),
            Meanings.NoValue(inspection, target.Name, marks))
        {
            OtherFixes = [ColumnWarnings.LeaveOut(inspection, RowNumbers.Of(rows.Select(inspection.Table.RowNumber)))],
        };
    }
}
