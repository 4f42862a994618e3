using System.Collections.Immutable;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Carries what a person decided over to the same file read in another way.</summary>
internal static class PlanRereading
{
    /// <summary>
    /// The plan for the file as it is read now. A column keeps its use and its type where they were chosen; what had only been inferred is inferred anew. Columns are the
    /// same by name; where none has its name any more (the first line became a row, or letters were misread), by their place.
    /// </summary>
    /// <param name="plan">The plan, with the new source.</param>
    /// <param name="before">What the source held as it was read until now.</param>
    /// <param name="after">What it holds as it is read now, without changes of rows.</param>
    public static DataPlan Of(DataPlan plan, SourceInspection before, SourceInspection after)
    {
        var guess = DataPlan.Guess(after, plan.DataSetId);
        var names = Names(before, after);
        var chosen = plan.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var firstUses = before.Columns.Zip(FirstUses.Of(before), (column, use) => (column.Name, use)).ToDictionary(c => c.Name, c => c.use, StringComparer.Ordinal);
        var columns = guess.Columns.Select(now => names.FirstOrDefault(n => n.Value == now.Name).Key is { } was && chosen.TryGetValue(was, out var choice)
            ? Carried(now, choice, before.Columns.First(c => c.Name == was).Type, firstUses[was])
            : now with { Use = now.Use == ColumnUse.Target ? ColumnUse.Input : now.Use }).ToImmutableArray();
        var carried = plan with
        {
            Source = after.Source,
            Columns = columns,
            Split = plan.Split with { By = plan.Split.By is { } by ? names.GetValueOrDefault(by) : null },
            Rows = RowsOf(plan.Rows, names),
            // Rows of another sheet are other rows.
            Changes = before.Sheets?.Name == after.Sheets?.Name ? ChangesOf(plan.Changes, names, Shift(before, after, plan.Changes)) : null,
        };
        if (carried.Split is { By: null, Way: SplitWay.Group or SplitWay.Given or SplitWay.Time } && plan.Split.By is not null)
        {
            carried = carried with { Split = carried.Split with { Way = SplitWay.Suitable } };
        }

        return carried.Target is null && guess.Target is { } target ? carried.WithTarget(target.Name) : carried;
    }

    private static ColumnChoice Carried(ColumnChoice now, ColumnChoice chosen, ColumnType inferred, ColumnUse firstUse) => now with
    {
        Type = chosen.Type == inferred ? now.Type : chosen.Type,
        Use = chosen.Use == ColumnUse.Target ? ColumnUse.Target
            : chosen.Use == firstUse ? now.Use == ColumnUse.Target ? ColumnUse.Input : now.Use
            : chosen.Use,
        Unit = chosen.Unit ?? now.Unit,
    };

    /// <summary>The name that each column of before has now.</summary>
    private static Dictionary<string, string> Names(SourceInspection before, SourceInspection after)
    {
        var (old, now) = (before.Columns.Select(c => c.Name).ToArray(), after.Columns.Select(c => c.Name).ToArray());
        var kept = old.Intersect(now, StringComparer.Ordinal).ToDictionary(n => n, n => n, StringComparer.Ordinal);
        if (old.Length == now.Length)
        {
            foreach (var (was, called) in old.Zip(now).Where(n => !kept.ContainsKey(n.First) && !kept.ContainsKey(n.Second)))
            {
                kept[was] = called;
            }
        }

        return kept;
    }

    private static RowSelection? RowsOf(RowSelection? rows, Dictionary<string, string> names) => rows is null ? null : rows with
    {
        Where = [.. rows.Where.Where(c => names.ContainsKey(c.Column)).Select(c => c with { Column = names[c.Column] })],
        Complete = [.. rows.Complete.Where(names.ContainsKey).Select(c => names[c])],
    };

    /// <summary>By how much the numbers of the rows have grown: lines that came or went at the end move none.</summary>
    private static int Shift(SourceInspection before, SourceInspection after, RowChanges? changes) =>
        after.Table.RowCount - before.Table.RowCount - (int)(changes?.LeftOut.Count ?? 0) - (BelowOf(before) - BelowOf(after));

    private static int BelowOf(SourceInspection inspection) => (inspection.Source as TableSource)?.LinesBelow ?? 0;

    private static RowChanges? ChangesOf(RowChanges? changes, Dictionary<string, string> names, int shift) => changes is null ? null : changes with
    {
        LeftOut = changes.LeftOut.MovedBy(shift),
        Together = OrNone<RowNumbers>(changes.Together.IsDefault ? [] : [.. changes.Together.Select(group => group.MovedBy(shift)).Where(group => group.Count > 1)]),
        Meanings = OrNone<ValueMeaning>(changes.Meanings.IsDefault ? [] : [.. changes.Meanings.Where(m => names.ContainsKey(m.Column)).Select(m => m with { Column = names[m.Column] })]),
        Corrections = [.. changes.Corrections.Where(c => names.ContainsKey(c.Column) && c.Row + shift > 0).Select(c => c with { Column = names[c.Column], Row = c.Row + shift })
            .OrderBy(c => c.Row).ThenBy(c => c.Column, StringComparer.Ordinal)],
    };

    // What is not there is not written either.
    private static ImmutableArray<T> OrNone<T>(ImmutableArray<T> items) => items.IsEmpty ? default : items;
}
