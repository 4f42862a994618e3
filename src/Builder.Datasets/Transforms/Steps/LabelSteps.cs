using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>The labels of a cell as [K] floats: ones among zeros. A label that training never saw has no place and is left out.</summary>
/// <param name="Classes">The labels of the training rows, in the order of their places.</param>
/// <param name="Separator">What stands between the labels of a cell, see <see cref="LabelText"/>; null where a cell is one label.</param>
public sealed record FittedMultiHot(ImmutableArray<string> Classes, string? Separator) : FittedStep
{
    /// <summary>Learns the labels of the training rows.</summary>
    internal static FittedMultiHot Fit(MultiHot multiHot, ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
    {
        var texts = CategorySteps.Names(values, site);
        var separator = multiHot.Separator is { Length: > 0 } given ? given : LabelColumns.SeparatorOf(new TextColumn(site.Column, texts.Codes, texts.Entries));
        var (seen, labels) = (new bool[texts.Entries.Length], new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in trainRows)
        {
            if (texts.Codes[row] is var code and not TextValues.Missing && !seen[code])
            {
                seen[code] = true;
                labels.UnionWith(LabelText.Split(texts.Entries[code], separator));
            }
        }

        return labels.Count switch
        {
            0 => throw TransformErrors.AllMissing(site),
            > CategorySteps.MostClasses => throw TransformErrors.TooManyClasses(site, labels.Count, CategorySteps.MostClasses),
            _ => new(CategorySteps.Sorted(labels), separator),
        };
    }

    /// <summary>The first label of a cell that no training row has; null where there is none.</summary>
    public string? UnseenIn(string cell) => LabelText.Split(cell, Separator).FirstOrDefault(label => !Classes.Contains(label));

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var texts = CategorySteps.Names(values, site);
        var places = Classes.Select((label, place) => (label, place)).ToDictionary(l => l.label, l => l.place, StringComparer.Ordinal);
        var cells = texts.Entries.ConvertAll(cell => LabelText.Split(cell, Separator).Select(label => places.GetValueOrDefault(label, CategorySteps.Unknown)).ToArray());
        var (floats, unseen) = (Blocks.Allocate<float>(texts.Rows, Classes.Length, site), new List<int>());
        for (var row = 0; row < texts.Rows; row++)
        {
            var code = texts.Codes[row];
            if (code == TextValues.Missing)
            {
                throw TransformErrors.Missing(site, row, texts.Codes.Count(c => c == TextValues.Missing));
            }

            foreach (var place in cells[code].Where(p => p != CategorySteps.Unknown))
            {
                floats[(row * (long)Classes.Length) + place] = 1;
            }

            if (cells[code].Contains(CategorySteps.Unknown))
            {
                unseen.Add(row);
            }
        }

        return new BlockValues(floats, ElementType.Float32, [Classes.Length], texts.Rows) { UnseenRows = unseen };
    }

    /// <inheritdoc/>
    public bool Equals(FittedMultiHot? other) => other is not null && Separator == other.Separator && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Classes.Length, Separator);
}
