using System.Collections.Immutable;
using System.Globalization;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>What the steps on categories share.</summary>
internal static class CategorySteps
{
    /// <summary>More classes than this are no categories any more, and one-hot rows of them would fill the memory.</summary>
    public const int MostClasses = 100_000;

    /// <summary>The code of a name that is none of the classes.</summary>
    public const int Unknown = -1;

    /// <summary>The column as names.</summary>
    public static TextValues Names(ColumnValues values, ColumnContext site) => values switch
    {
        TextValues texts => texts,
        NumberValues numbers => TextValues.From(numbers),
        _ => throw TransformErrors.NeedsCategories(site),
    };

    /// <summary>How often each name occurs in the training rows; at least one does.</summary>
    public static Dictionary<string, int> Count(TextValues texts, ReadOnlySpan<int> trainRows, ColumnContext site)
    {
        var counts = new int[texts.Entries.Length];
        foreach (var row in trainRows)
        {
            if (texts.Codes[row] is var code and not TextValues.Missing)
            {
                counts[code]++;
            }
        }
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                names[texts.Entries[code]] = counts[code];
            }
        }
        return names.Count switch
        {
            0 => throw TransformErrors.AllMissing(site),
            > MostClasses => throw TransformErrors.TooManyClasses(site, names.Count, MostClasses),
            _ => names,
        };
    }

    /// <summary>The classes in the order of their numbers: by value where all are numbers, else as people count ("level 2" before "level 10").</summary>
    public static ImmutableArray<string> Sorted(IReadOnlyCollection<string> names)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                numbers[name] = number;
            }
        }
        return numbers.Count == names.Count
            ? [.. names.OrderBy(name => numbers[name]).ThenBy(name => name, StringComparer.Ordinal)]
            : [.. names.Order(NaturalOrder.Instance)];
    }

    /// <summary>The class number of each row, or <see cref="Unknown"/>.</summary>
    public static int[] Codes(ImmutableArray<string> classes, ColumnValues values, ColumnContext site)
    {
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < classes.Length; i++)
        {
            numberOf[classes[i]] = i;
        }
        var texts = Names(values, site);
        var classOf = texts.Entries.ConvertAll(name => numberOf.GetValueOrDefault(name, Unknown));
        var codes = new int[texts.Rows];
        for (var row = 0; row < codes.Length; row++)
        {
            var code = texts.Codes[row];
            if (code == TextValues.Missing)
            {
                throw TransformErrors.Missing(site, row, texts.Codes.Count(c => c == TextValues.Missing));
            }
            codes[row] = classOf[code];
        }
        return codes;
    }

    /// <summary>The rows whose code is <see cref="Unknown"/>.</summary>
    public static int[] UnseenRows(int[] codes)
    {
        var rows = new List<int>();
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] == Unknown)
            {
                rows.Add(row);
            }
        }
        return [.. rows];
    }
}

/// <summary>A category as [K] floats: zeros with a single one. A category that training never saw is all zeros.</summary>
/// <param name="Classes">The categories of the training rows, in the order of their places.</param>
public sealed record FittedOneHot(ImmutableArray<string> Classes) : FittedStep
{
    /// <summary>Learns the categories of the training rows.</summary>
    internal static FittedOneHot Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site) =>
        new(CategorySteps.Sorted(CategorySteps.Count(CategorySteps.Names(values, site), trainRows, site).Keys));

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var codes = CategorySteps.Codes(Classes, values, site);
        var floats = Blocks.Allocate<float>(codes.Length, Classes.Length, site);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] != CategorySteps.Unknown)
            {
                floats[row * (long)Classes.Length + codes[row]] = 1;
            }
        }
        return new BlockValues(floats, ElementType.Float32, [Classes.Length], codes.Length) { UnseenRows = CategorySteps.UnseenRows(codes) };
    }

    /// <inheritdoc/>
    public bool Equals(FittedOneHot? other) => other is not null && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => Classes.Length;
}

/// <summary>
/// A category as its number 0 … K−1. A category that training never saw gets the number of the most frequent one: an
/// embedding has no other row for it, and an untrained row would be noise.
/// </summary>
/// <param name="Classes">The categories of the training rows, in the order of their numbers.</param>
/// <param name="MostFrequent">Number of the category that most training rows have; of several, the first.</param>
public sealed record FittedOrdinal(ImmutableArray<string> Classes, int MostFrequent) : FittedStep
{
    /// <summary>Classes in the order of their numbers, as they will be once they are learned.</summary>
    public static ImmutableArray<string> InOrder(IReadOnlyCollection<string> classes) => CategorySteps.Sorted(classes);

    /// <summary>Learns the categories of the training rows.</summary>
    internal static FittedOrdinal Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
    {
        var counts = CategorySteps.Count(CategorySteps.Names(values, site), trainRows, site);
        var classes = CategorySteps.Sorted(counts.Keys);
        return new FittedOrdinal(classes, classes.IndexOf(classes.MaxBy(name => counts[name])!));
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var codes = CategorySteps.Codes(Classes, values, site);
        var numbers = Array.ConvertAll(codes, code => (long)(code == CategorySteps.Unknown ? MostFrequent : code));
        return new BlockValues(numbers, ElementType.Int64, [], codes.Length) { UnseenRows = CategorySteps.UnseenRows(codes) };
    }

    /// <inheritdoc/>
    public bool Equals(FittedOrdinal? other) =>
        other is not null && MostFrequent == other.MostFrequent && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Classes.Length, MostFrequent);
}
