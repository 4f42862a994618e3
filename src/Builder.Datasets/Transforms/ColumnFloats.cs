using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>The last stretch of every column: numbers become the 32-bit floats that networks calculate with.</summary>
internal static class ColumnFloats
{
    /// <summary>The values as the network reads them.</summary>
    /// <exception cref="DataException">A value is missing, or too large for 32 bits.</exception>
    public static ColumnValues Finish(ColumnValues values, ColumnContext site) => values switch
    {
        BlockValues or PictureValues => values,
        NumberValues numbers => Floats(numbers.Values, site),
        DateValues dates => Floats(dates.Days, site),
        _ => throw TransformErrors.NeedsNumbers(site),
    };

    private static BlockValues Floats(double[] numbers, ColumnContext site)
    {
        var floats = Blocks.Allocate<float>(numbers.Length, 1, site);
        for (var row = 0; row < floats.Length; row++)
        {
            var value = (float)numbers[row];
            if (!float.IsFinite(value))
            {
                throw double.IsNaN(numbers[row])
                    ? TransformErrors.Missing(site, row, numbers.Count(double.IsNaN))
                    : TooLarge(site, row, numbers[row]);
            }
            floats[row] = value;
        }
        return new BlockValues(floats, ElementType.Float32, [], floats.Length);
    }

    // One huge value pulls the values of all other rows along when they are standardised: people look for the one that stands in the file.
    private static DataException TooLarge(ColumnContext site, int row, double value)
    {
        if (site.Table.Find<NumberColumn>(site.Column) is { } raw)
        {
            row = Enumerable.Range(0, raw.Count).MaxBy(r => Math.Abs(raw.Values[r]));
            value = raw.Values[row];
        }
        return TransformErrors.NumberTooLarge(site, row, value);
    }
}
