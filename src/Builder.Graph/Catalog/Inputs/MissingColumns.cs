using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Columns that a block names but the data set does not have, misspelt or gone with another file; and the way out.</summary>
internal static class MissingColumns
{
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
        var hint = missing is [var one] && !renamed.IsEmpty ? NearestName.Hint(one, renamed) : new(" Choose from those it has.", "请从现有的列中选择。");
        return CommonProblems.Mismatch(block, "UnknownColumn", new(
            $"“{set.Id}” has no {(missing.Length == 1 ? "column" : "columns")} called {Names(missing, ", ")}.{hint.En}",
            $"“{set.Id}”中没有名为{Names(missing, "、")}的列。{hint.Zh}"), FixOf(block, set, parameter, missing, kept, renamed));
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
                ? new($"Leave out “{only}”", $"去掉“{only}”")
                : new("Leave out the missing columns", "去掉不存在的列"));
        }

        return renamed is [var nearest] && missing.Length == 1
            ? ColumnSuggestion.Choose(block, parameter, kept, new($"Use “{nearest}”", $"使用“{nearest}”"))
            : ColumnSuggestion.Choose(block, parameter, kept);
    }

    private static string Names(ImmutableArray<string> names, string separator) =>
        string.Join(separator, names.Take(MostNamed).Select(n => $"“{n}”")) + (names.Length > MostNamed ? separator + "…" : "");
}
