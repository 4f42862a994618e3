using System.IO.Hashing;
using System.Runtime.InteropServices;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Checks;

/// <summary>Finds out which class of a source is which one of another, where classes were given other names: by the rows and pictures that both hold.</summary>
public static class RenamedClasses
{
    /// <summary>More rows than this are not needed to see what a class is called now.</summary>
    private const int MostRows = 20_000;

    /// <summary>Of the rows of a class that both sources hold, at least so many have the one new name.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>The new name of each old class; empty where the sources do not tell, or where two classes would get one name.</summary>
    /// <param name="then">The source as it was learned from.</param>
    /// <param name="now">The source as it is.</param>
    /// <param name="classes">The column of the classes in both.</param>
    /// <param name="gone">The classes that are not there any more.</param>
    /// <param name="added">The classes that were not there.</param>
    /// <exception cref="DataException">Pictures cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Find(RawTable then, RawTable now, string classes, IReadOnlyCollection<string> gone, IReadOnlyCollection<string> added)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(added);
        var pairs = Pairs(then, now, classes).Where(p => gone.Contains(p.Then) && added.Contains(p.Now)).CountBy(p => p).ToArray();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var of in pairs.GroupBy(p => p.Key.Then))
        {
            var (best, count) = of.MaxBy(p => p.Value);
            if (count >= of.Sum(p => p.Value) * NearlyAll)
            {
                names[best.Then] = best.Now;
            }
        }

        names = names.Count == gone.Count ? names : BySize(then, now, classes, gone, added);
        return names.Values.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : [];
    }

    /// <summary>The classes of rows that both sources hold.</summary>
    private static IEnumerable<(string Then, string Now)> Pairs(RawTable then, RawTable now, string classes)
    {
        var (one, other) = (Keys(then, now, classes), Keys(now, then, classes));
        foreach (var (key, row) in one)
        {
            if (row >= 0 && other.TryGetValue(key, out var same) && same >= 0
                && SingleColumn.NameOf(then, classes, row) is { } was && SingleColumn.NameOf(now, classes, same) is { } called)
            {
                yield return (was, called);
            }
        }
    }

    /// <summary>The row of each content; −1 where several have it.</summary>
    private static Dictionary<ulong, int> Keys(RawTable table, RawTable other, string classes)
    {
        var rows = new Dictionary<ulong, int>();
        for (var row = 0; row < Math.Min(table.RowCount, MostRows); row++)
        {
            if (Key(table, other, classes, row) is { } key)
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, key, out var exists);
                place = exists ? -1 : row;
            }
        }

        return rows;
    }

    private static ulong? Key(RawTable table, RawTable other, string classes, int row)
    {
        if (table.Columns.OfType<PictureColumn>().FirstOrDefault() is { } pictures)
        {
            return pictures.Content(row);
        }

        // The same file: what is called otherwise there is called so by a person's choice.
        if (table.Fingerprint == other.Fingerprint)
        {
            return (ulong)table.SourceRow(row);
        }

        var hash = new XxHash64();
        foreach (var column in table.Columns.Where(c => c.Name != classes && other.Columns.Any(o => o.Name == c.Name)).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            hash.Append(MemoryMarshal.AsBytes((SingleColumn.NameOf(table, column.Name, row) ?? "").AsSpan()));
            hash.Append([0]);
        }

        return hash.GetCurrentHashAsUInt64();
    }

    /// <summary>Classes of which no two have as many rows are known by their numbers of rows.</summary>
    private static Dictionary<string, string> BySize(RawTable then, RawTable now, string classes, IReadOnlyCollection<string> gone, IReadOnlyCollection<string> added)
    {
        var (was, called) = (Sizes(then, classes, gone), Sizes(now, classes, added));
        return was.Count == gone.Count && was.Count == called.Count && was.Values.Order().SequenceEqual(called.Values.Order()) && was.Values.Distinct().Count() == was.Count
            ? was.ToDictionary(w => w.Key, w => called.First(c => c.Value == w.Value).Key, StringComparer.Ordinal)
            : [];
    }

    private static Dictionary<string, int> Sizes(RawTable table, string classes, IReadOnlyCollection<string> names) => Enumerable.Range(0, table.RowCount)
        .Select(row => SingleColumn.NameOf(table, classes, row)).OfType<string>().Where(names.Contains).CountBy(name => name).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
}
