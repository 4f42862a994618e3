using Builder.Datasets.Columns;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Splits;

/// <summary>The data say themselves what each row is for.</summary>
internal static class GivenParts
{
    /// <summary>Reads the part of each row from a column. What is held back for a part that no row names is drawn from the training rows.</summary>
    /// <exception cref="DataException">A value names no part.</exception>
    public static Part[] Read(RawTable table, GivenSplit split)
    {
        var texts = RawValues.Texts(table, split.By);
        var known = texts.Entries.Select(PartNames.Of).ToArray();
        var parts = new Part[texts.Rows];
        for (var row = 0; row < parts.Length; row++)
        {
            var code = texts.Codes[row];
            parts[row] = (code == TextValues.Missing ? null : known[code])
                ?? throw PreparationErrors.UnknownPart(table.Name, split.By, table.RowNumber(row), code == TextValues.Missing ? null : texts.Entries[code]);
        }

        Draw(parts, split);
        return parts;
    }

    private static void Draw(Part[] parts, GivenSplit split)
    {
        if (split is { Validation: 0, Test: 0 })
        {
            return;
        }

        int[] train = [.. Enumerable.Range(0, parts.Length).Where(row => parts[row] == Part.Train)];
        var drawn = RandomParts.Assign(train.Length, parts.Contains(Part.Validation) ? 0 : split.Validation, parts.Contains(Part.Test) ? 0 : split.Test, split.Seed);
        for (var i = 0; i < train.Length; i++)
        {
            parts[train[i]] = drawn[i];
        }
    }
}
