using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Columns that a block names but the data set does not have, misspelt or gone with another file; and the way out.</summary>
internal static class MissingColumns
{
    private static readonly MessageTemplate UnknownColumn = new(
        "UnknownColumn",
        "“{set}” has no column called {columns}.{hint}",
        "“{set}”中没有名为{columns}的列。{hint}");

    private static readonly MessageTemplate UnknownColumns = new(
        "UnknownColumn.several",
        "“{set}” has no columns called {columns}.{hint}",
        "“{set}”中没有名为{columns}的列。{hint}");

    private static readonly MessageTemplate ColumnNames = new("problem-columns", "{columns:“”}", "{columns:“”}");

    private static readonly MessageTemplate MoreColumns = new("problem-more-columns", "{columns:“”}, …", "{columns:“”}、…");

    private static readonly MessageTemplate ChooseFromThoseItHas = new(
        "problem-choose-from-those-it-has",
        " Choose from those it has.",
        "请从现有的列中选择。");

    private static readonly MessageTemplate LeaveOut = new("fix-leave-out-column", "Leave out “{only}”", "去掉“{only}”");

    private static readonly MessageTemplate LeaveOutMissingColumns = new(
        "fix-leave-out-missing-columns",
        "Leave out the missing columns",
        "去掉不存在的列");

    private const int MostNamed = 3;

    /// <summary>The problem; null where all columns are there.</summary>
    public static Problem? Of(BlockInstance block, DataSetSchema set, string parameter)
    {
        var missing = block.Texts(parameter).Where(name => set.Find(name) is null).Distinct().ToImmutableArray();
        if (missing.IsEmpty)
        {
            return null;
        }

        var (kept, renamed) = Repair(block, set, parameter);
        var hint = missing is [var one] && !renamed.IsEmpty ? NearestName.Suggestion(one, renamed) : ChooseFromThoseItHas.With();
        return CommonProblems.Mismatch(
            block,
            (missing.Length == 1 ? UnknownColumn : UnknownColumns).With(("set", set.Id), ("columns", Names(missing)), ("hint", hint)),
            FixOf(block, set, parameter, missing, kept, renamed));
    }

    /// <summary>The columns that are there, with those in place of misspelt ones, and the latter alone.</summary>
    private static (ImmutableArray<string> Kept, ImmutableArray<string> Renamed) Repair(BlockInstance block, DataSetSchema set, string parameter)
    {
        var names = block.Texts(parameter);
        var free = set.Columns.Select(c => c.Name).Where(c => !names.Contains(c)).ToList();
        var (kept, renamed) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        foreach (var name in names)
        {
            if (set.Find(name) is not null)
            {
                kept.Add(name);
            }
            else if (NearestName.Of(name, free) is { } nearest)
            {
                free.Remove(nearest);
                kept.Add(nearest);
                renamed.Add(nearest);
            }
        }

        return (kept.ToImmutable(), renamed.ToImmutable());
    }

    private static Fix? FixOf(BlockInstance block, DataSetSchema set, string parameter, ImmutableArray<string> missing, ImmutableArray<string> kept, ImmutableArray<string> renamed)
    {
        if (kept.IsEmpty)
        {
            // Which column is to be predicted is a decision, unless there is only one.
            return block.Kind is DataInputKind || set.Columns.Length == 1 ? ColumnSuggestion.For(block, set, parameter) : null;
        }

        if (renamed.IsEmpty)
        {
            return ColumnSuggestion.Choose(block, parameter, kept, missing is [var only]
                ? LeaveOut.With(("only", only))
                : LeaveOutMissingColumns.With());
        }

        return renamed is [var nearest] && missing.Length == 1
            ? ColumnSuggestion.Choose(block, parameter, kept, ProblemWords.UseNearest.With(("nearest", nearest)))
            : ColumnSuggestion.Choose(block, parameter, kept);
    }

    private static MessageArgument Names(ImmutableArray<string> names) =>
        names.Length > MostNamed ? MoreColumns.With(("columns", MessageArgument.List(names.Take(MostNamed)))) : ColumnNames.With(("columns", MessageArgument.List(names)));
}
