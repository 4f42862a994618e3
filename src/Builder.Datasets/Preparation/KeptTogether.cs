using Builder.Datasets.Columns;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Rows that go to the same part because they are copies of each other.</summary>
internal sealed class KeptTogether
{
    private readonly int[] _first;

    private KeptTogether(int[] first)
    {
        _first = first;
        Firsts = [.. Enumerable.Range(0, first.Length).Where(row => first[row] == row)];
    }

    /// <summary>The first row of each group, and every row that is in none; rising.</summary>
    public int[] Firsts { get; }

    /// <summary>The groups among the rows of a table; null where no two of its rows are kept together.</summary>
    public static KeptTogether? Of(RawTable table, RowChanges? changes)
    {
        if (changes is null || changes.Together.IsDefaultOrEmpty || table.RowCount == 0)
        {
            return null;
        }

        var last = Enumerable.Range(0, table.RowCount).Max(table.RowNumber);
        var groupOf = new Dictionary<int, int>();
        for (var group = 0; group < changes.Together.Length; group++)
        {
            foreach (var number in changes.Together[group].Each().TakeWhile(number => number <= last))
            {
                groupOf.TryAdd(number, group);
            }
        }

        var firstOf = new Dictionary<int, int>();
        var first = new int[table.RowCount];
        for (var row = 0; row < first.Length; row++)
        {
            first[row] = row;
            if (groupOf.TryGetValue(table.RowNumber(row), out var group) && !firstOf.TryAdd(group, row))
            {
                first[row] = firstOf[group];
            }
        }

        var kept = new KeptTogether(first);
        return kept.Firsts.Length == first.Length ? null : kept;
    }

    /// <summary>Gives every row the part of the first of its group.</summary>
    /// <param name="parts">The part of each of <see cref="Firsts"/>.</param>
    public Part[] Spread(Part[] parts)
    {
        var all = new Part[_first.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            all[Firsts[i]] = parts[i];
        }

        for (var row = 0; row < all.Length; row++)
        {
            all[row] = all[_first[row]];
        }

        return all;
    }

    /// <summary>Groups of a column, those together as one that hold copies of each other.</summary>
    public RowGroups Merged(RowGroups groups)
    {
        var root = Enumerable.Range(0, groups.Count).ToArray();
        for (var row = 0; row < _first.Length; row++)
        {
            var (one, other) = (Root(groups.Codes[row]), Root(groups.Codes[_first[row]]));
            root[Math.Max(one, other)] = Math.Min(one, other);
        }

        var numbers = new Dictionary<int, int>();
        var codes = Array.ConvertAll(groups.Codes, code => numbers.TryGetValue(Root(code), out var number) ? number : numbers[Root(code)] = numbers.Count);
        return new RowGroups(codes, numbers.Count);

        int Root(int code)
        {
            while (root[code] != code)
            {
                code = root[code] = root[root[code]];
            }

            return code;
        }
    }
}
