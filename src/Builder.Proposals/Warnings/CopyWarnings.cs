using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Builder.Datasets;
using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Warnings;

/// <summary>Rows, texts and pictures that are copies of others, equal or nearly so: a test row that was learned by heart proves nothing.</summary>
internal static class CopyWarnings
{
    /// <summary>From this share of the test rows on, the scores would look better than they are.</summary>
    private const double TooManyKnown = 0.05;

    /// <summary>The answer stays with the inspection: the page asks again after every change, mostly for the same columns.</summary>
    private static readonly ConditionalWeakTable<SourceInspection, Answer> _last = [];

    private static readonly DataFix _once = new(
        new("Use each row once", "相同的行只用一次"), plan => plan with { Rows = (plan.Rows ?? new RowSelection()) with { Distinct = true } });

    private static readonly DataFix _all = new(
        new("Use all rows again", "重新使用全部行"), plan => plan with { Rows = plan.Rows is { } rows ? Without(rows) : null });

    private static readonly DataFix _apart = new(
        new("Draw them like all others", "和其他行一样抽取"), plan => plan with { Changes = plan.Changes! with { Together = default } is { IsEmpty: false } changes ? changes : null });

    /// <summary>The warnings.</summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="plan">What is to be learned.</param>
    /// <param name="pictures">Copies among its pictures; null where they are not known, or there are none.</param>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan, PictureCopies? pictures)
    {
        if (plan.Target is null || SeriesOrder.Find(inspection, plan) is not null)
        {
            yield break;
        }

        var areKept = plan.Changes?.Together.IsDefaultOrEmpty == false && AreDrawn(inspection, plan);
        if (areKept)
        {
            var together = plan.Changes!.Together;
            var rows = together.Sum(group => group.Count);
            yield return new("kept-copies", WarningLevel.Note, null, new(
                $"{rows:N0} rows are copies of each other. Those that belong together are in the same part, so that none is tested with what was learned from its copy.",
                $"有 {rows:N0} 行互为副本。互为副本的行都放在同一部分，因此不会用学过的副本来测试。"), _apart);
        }

        if (plan.Rows?.Distinct == true)
        {
            yield return new("used-once", WarningLevel.Note, null, new(
                "Rows that are alike in all columns in use are used only once.", "在所用各列中完全相同的行只使用一次。"), _all);
        }

        var found = plan.Source is TableSource ? OfTable(inspection, plan) : pictures is not null ? OfPictures(inspection, plan, pictures) : null;
        if (found is { Copies: > 0 } && (!areKept || IsGrave(found)))
        {
            yield return Warning(inspection, plan, found);
        }
    }

    private static bool IsGrave(RepeatedRows found) => !found.AreExpected && found.Known > found.Test * TooManyKnown;

    private static DataWarning Warning(SourceInspection inspection, DataPlan plan, RepeatedRows found)
    {
        var isEqual = found.Alike == 0 && plan.Source is TableSource;
        var what = isEqual ? Equal(found) : plan.Source is TableSource ? NearlyEqual(found) : Pictures(found);
        var (known, looked) = (Known(found, plan.Source is not TableSource), Looked(found));
        var message = new Localized($"{what.En}{known?.En}{looked?.En}", $"{what.Zh}{known?.Zh}{looked?.Zh}");
        ImmutableArray<DataFix> fixes = found.AreExpected ? [] : [.. Fixes(inspection, plan, found, isEqual)];
        var isGrave = IsGrave(found);
        return new(isEqual ? "repeats" : "copies", isGrave ? WarningLevel.Warning : WarningLevel.Note, found.Text, isGrave
            ? new(message.En + " The model can learn these by heart, so its score will look better than it is.", message.Zh + "模型可能把它们背下来，指标会比实际水平好看。")
            : message, fixes.FirstOrDefault())
        {
            OtherFixes = [.. fixes.Skip(1)],
            Pairs = isEqual ? [] : [.. found.Examples.Select(e => Pair(inspection.Table, plan, found.Text, e.First, e.Copy)).OfType<RowPair>()],
        };
    }

    private static Localized Equal(RepeatedRows found) => new(
        $"{found.Repeats:N0} {(found.Repeats == 1 ? "row repeats" : "rows repeat")} another row in all columns in use.{(found.AreExpected ? " With so few different values that is to be expected." : "")}",
        $"有 {found.Repeats:N0} 行在所用各列中与其他行完全相同。{(found.AreExpected ? "列中不同的值很少，这属于正常情况。" : "")}");

    private static Localized NearlyEqual(RepeatedRows found) => found.Text is { } text
        ? new($"{found.Copies:N0} {(found.Copies == 1 ? "row says" : "rows say")} nearly the same in “{text}” as an earlier one, but for a name, capitals, blanks or punctuation.",
            $"“{text}”中有 {found.Copies:N0} 行与前面某一行的内容几乎相同，只是称呼、大小写、空格或标点略有差别。")
        : new($"{found.Copies:N0} {(found.Copies == 1 ? "row is a copy" : "rows are copies")} of another row: {found.Repeats:N0} equal, {found.Alike:N0} with numbers that differ by rounding or a hair's breadth only.",
            $"有 {found.Copies:N0} 行是其他行的副本：{found.Repeats:N0} 行完全相同，{found.Alike:N0} 行只有数值因取整或极小的差别而不同。");

    private static Localized Pictures(RepeatedRows found) => new(
        $"{found.Copies:N0} {(found.Copies == 1 ? "picture is a copy" : "pictures are copies")} of another one: the same, or made smaller, compressed again or a little cropped.",
        $"有 {found.Copies:N0} 张图片是其他图片的副本：完全相同，或只是缩小、重新压缩、略作裁剪。");

    private static Localized? Known(RepeatedRows found, bool arePictures)
    {
        var (things, unit) = arePictures ? ("pictures", "张测试图片") : ("rows", "个测试行");
        return found.Known == 0
            ? null
            : new(
                $" {found.Known:N0} of the {found.Test:N0} test {things} {(found.Known == 1 ? "is" : "are")} also among those that are learned from.",
                $"{found.Test:N0} {unit}中有 {found.Known:N0} {unit[0]}也出现在训练数据里。");
    }

    private static Localized? Looked(RepeatedRows found) => found is not { Compared: { } compared, Alike: > 0 } ? null : new($" The first {compared:N0} were compared.", $"比较了前 {compared:N0} 个。");

    /// <summary>Where the data name the parts themselves, or the rows are held back by time, keeping together has no meaning.</summary>
    private static bool AreDrawn(SourceInspection inspection, DataPlan plan) =>
        plan.Split.Way is not (SplitWay.Time or SplitWay.Given) && !PictureParts.AreUsed(inspection, plan);

    /// <summary>Copies are kept together, where that has a meaning, or left out.</summary>
    private static IEnumerable<DataFix> Fixes(SourceInspection inspection, DataPlan plan, RepeatedRows found, bool isEqual)
    {
        var rows = found.Groups.Sum(group => group.Count);
        if (isEqual)
        {
            yield return _once;
        }

        if (AreDrawn(inspection, plan) && rows <= DocumentLimits.RowsTogether)
        {
            yield return new(new("Keep copies in the same part", "让副本留在同一部分"), p => p with
            {
                Changes = (p.Changes ?? new()) with { Of = inspection.Table.Fingerprint, Together = found.Groups },
            });
        }

        if (!isEqual && found.Copies <= DocumentLimits.RowRanges)
        {
            var copies = RowNumbers.Of(found.Groups.SelectMany(group => group.Each().Skip(1)));
            yield return new(new("Leave the copies out", "排除副本"), ColumnWarnings.LeaveOut(inspection, copies).Apply);
        }
    }

    private static RepeatedRows? OfTable(SourceInspection inspection, DataPlan plan)
    {
        if (inspection.Table.RowCount > CopiedRows.MostRows)
        {
            return null;
        }

        DataSet set;
        try
        {
            set = PlanEncoding.Encode(inspection, plan, null, null).DataSet;
        }
        catch (DataException)
        {
            // Nothing is left to read: that is told elsewhere.
            return null;
        }

        var columns = Encoding.UTF8.GetString(DataJson.Write([set with { Split = new RandomSplit(), Changes = null }]));
        if (!_last.TryGetValue(inspection, out var known) || known.Of != columns)
        {
            known = new Answer(columns, CopiedRows.Find(set, inspection.Table));
            _last.AddOrUpdate(inspection, known);
        }

        return known.Found is { } copies ? RepeatedRows.Of(set, copies) : null;
    }

    private static RepeatedRows? OfPictures(SourceInspection inspection, DataPlan plan, PictureCopies pictures)
    {
        try
        {
            var set = PlanEncoding.Encode(inspection, plan, null, null).DataSet;
            return RepeatedRows.Of(set, CopiedRows.Of(set, inspection.Table, pictures.Groups, pictures.Compared == pictures.All ? int.MaxValue : pictures.Compared));
        }
        catch (DataException)
        {
            // A plan in the making; what is wrong with it is told elsewhere.
            return null;
        }
    }

    private static RowPair? Pair(RawTable table, DataPlan plan, string? text, int first, int copy)
    {
        var (one, other) = (PlaceOf(table, first), PlaceOf(table, copy));
        return one < 0 || other < 0 ? null
            : plan.Source is TableSource ? new(first, copy, RowWords.Of(table, plan, text, one, other), RowWords.Of(table, plan, text, other, one))
            : new(first, copy, table.Find<TextColumn>("file")?[one], table.Find<TextColumn>("file")?[other]);
    }

    private static int PlaceOf(RawTable table, int number)
    {
        for (var row = Math.Min(number, table.RowCount) - 1; row >= 0; row--)
        {
            if (table.RowNumber(row) == number)
            {
                return row;
            }
        }

        return -1;
    }

    private static RowSelection? Without(RowSelection rows) =>
        rows.Where.IsEmpty && rows.Complete.IsEmpty && rows.Limit is null ? null : rows with { Distinct = false };

    private sealed record Answer(string Of, CopiedRows? Found);
}

/// <summary>What a row holds, in a line.</summary>
internal static class RowWords
{
    private const int MostLetters = 240;
    private const int MostColumns = 6;

    /// <summary>A row beside another: its text, or its columns, those first in which the two differ.</summary>
    public static string Of(RawTable table, DataPlan plan, string? text, int row, int beside)
    {
        var words = text is not null && table.Find<TextColumn>(text)?[row] is { } own ? own : string.Join(" · ", plan.Columns
            .Where(c => c.Use != ColumnUse.Ignored).Select(c => (c.Name, Here: SingleColumn.NameOf(table, c.Name, row), There: SingleColumn.NameOf(table, c.Name, beside)))
            .OrderBy(c => c.Here == c.There).Take(MostColumns).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Here ?? "–"}")));
        return words.Length <= MostLetters ? words : words[..MostLetters] + "…";
    }
}
