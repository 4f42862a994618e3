using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>Edits of single rows of a data set: what is left out and what is corrected.</summary>
internal static class RowEdits
{
    private static readonly MessageTemplate OtherFileWords = new(
        "OtherFile",
        "The data file has been exchanged since, so the row numbers may mean other rows. Look at the rows again.",
        "数据文件已被更换，行号可能对应别的行。请重新查看数据行。");

    private static readonly MessageTemplate TooManyRowChanges = new(
        "TooManyRowChanges",
        "These are more single changes than a project can keep. Change the file itself and bring it again.",
        "单独的修改过多，项目无法全部保存。请直接修改文件后重新添加。");

    /// <summary>Leaves rows out, takes rows back and corrects cells, as one step.</summary>
    public static EditResult Change(ProjectDocument document, ChangeRows edit)
    {
        if (document.Data.GetValueOrDefault(edit.DataSet) is not { } set)
        {
            return ProjectEdits.Unknown(edit.DataSet);
        }

        var before = set.Changes ?? new RowChanges { Of = edit.Of };
        if (before.Of != edit.Of)
        {
            return OtherFile;
        }

        if (edit.Cells.Select(OfCell).FirstOrDefault(problem => problem is not null) is { } broken)
        {
            return broken;
        }

        var leftOut = before.LeftOut.Union(edit.LeaveOut).Except(edit.TakeBack);
        var (corrections, undone) = Correct(before.Corrections, edit.Cells);
        if (leftOut.Ranges > DocumentLimits.RowRanges || corrections.Length > DocumentLimits.CorrectedCells)
        {
            return TooManyRows;
        }

        var after = before with { Of = edit.Of, LeftOut = leftOut, Corrections = corrections };
        return EditResult.Changed(
            document with { Data = document.Data.SetItem(edit.DataSet, set with { Changes = after.IsEmpty ? null : after }) },
            IsCanonical(set.Changes)
                ? new ChangeRows(edit.DataSet, edit.Of, before.LeftOut.Except(leftOut), leftOut.Except(before.LeftOut), undone)
                : new SetDataSet(edit.DataSet, set));
    }

    private static (ImmutableArray<CellCorrection> After, ImmutableArray<CellChange> Undone) Correct(
        ImmutableArray<CellCorrection> before, ImmutableArray<CellChange> changes)
    {
        var cells = new SortedDictionary<(int Row, string Column), string>(Order);
        foreach (var cell in before)
        {
            cells[(cell.Row, cell.Column)] = cell.Value;
        }

        var undone = new SortedDictionary<(int Row, string Column), string?>(Order);
        foreach (var change in changes)
        {
            var place = (change.Row, change.Column);
            undone.TryAdd(place, cells.GetValueOrDefault(place));
            if (change.Value is { } value)
            {
                cells[place] = value;
            }
            else
            {
                cells.Remove(place);
            }
        }

        return (
            [.. cells.Select(c => new CellCorrection { Row = c.Key.Row, Column = c.Key.Column, Value = c.Value })],
            [.. undone.Select(u => new CellChange(u.Key.Row, u.Key.Column, u.Value))]);
    }

    /// <summary>What was written by hand may be in another order, which an inverse made of single changes would not bring back.</summary>
    private static bool IsCanonical(RowChanges? changes) => changes is null || (!changes.IsEmpty
        && changes.Corrections.Zip(changes.Corrections.Skip(1)).All(pair => Order.Compare((pair.First.Row, pair.First.Column), (pair.Second.Row, pair.Second.Column)) < 0));

    private static Problem? OfCell(CellChange cell) => cell.Row < 1
        ? EditProblems.Incomplete("row")
        : StructureRules.OfText(cell.Column, DocumentLimits.ColumnLength, null) ?? StructureRules.OfText(cell.Value, DocumentLimits.CellLength, null);

    private static Comparer<(int Row, string Column)> Order { get; } = Comparer<(int Row, string Column)>.Create((a, b) =>
        a.Row != b.Row ? a.Row.CompareTo(b.Row) : string.CompareOrdinal(a.Column, b.Column));

    private static Problem OtherFile { get; } = new(null, OtherFileWords.With());

    private static Problem TooManyRows { get; } = new(null, TooManyRowChanges.With());
}
