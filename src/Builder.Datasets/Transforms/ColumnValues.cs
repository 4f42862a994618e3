using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>The values of one column on their way from the file to the network, one for each row.</summary>
internal abstract class ColumnValues
{
    /// <summary>How many rows there are.</summary>
    public abstract int Rows { get; }
}

/// <summary>Quantities; NaN where the value is missing.</summary>
internal sealed class NumberValues(double[] values) : ColumnValues
{
    public double[] Values { get; } = values;

    public override int Rows => Values.Length;
}

/// <summary>Moments as days since 1970-01-01, with the time of day as the fraction; NaN where the value is missing.</summary>
internal sealed class DateValues(double[] days) : ColumnValues
{
    public double[] Days { get; } = days;

    public override int Rows => Days.Length;
}

/// <summary>Names or texts, each different one held once.</summary>
/// <param name="codes">For each row an index into <paramref name="entries"/>, or <see cref="Missing"/>.</param>
/// <param name="entries">The different texts; some may have no row.</param>
internal sealed class TextValues(int[] codes, string[] entries) : ColumnValues
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = TextColumn.Missing;

    public int[] Codes { get; } = codes;

    public string[] Entries { get; } = entries;

    public override int Rows => Codes.Length;

    /// <summary>Numbers that are names (a house number, the label 0 or 1) as they would be written.</summary>
    public static TextValues From(NumberValues numbers)
    {
        var codes = new int[numbers.Rows];
        var known = new Dictionary<double, int>();
        for (var row = 0; row < codes.Length; row++)
        {
            var value = numbers.Values[row];
            if (double.IsNaN(value))
            {
                codes[row] = Missing;
                continue;
            }
            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, value, out var seen);
            if (!seen)
            {
                code = known.Count - 1;
            }
            codes[row] = code;
        }
        return new TextValues(codes, [.. known.Keys.Select(value => value.ToString("R", CultureInfo.InvariantCulture))]);
    }
}

/// <summary>Pictures of one size as bytes, [rows, C, H, W].</summary>
internal sealed class PictureValues(byte[] pixels, int rows, int channels, int height, int width) : ColumnValues
{
    public byte[] Pixels { get; } = pixels;

    public int Channels { get; } = channels;

    public int Height { get; } = height;

    public int Width { get; } = width;

    public override int Rows { get; } = rows;
}

/// <summary>What the network reads: one contiguous block, row after row.</summary>
internal sealed class BlockValues(Array values, ElementType element, ImmutableArray<long> rowShape, int rows) : ColumnValues
{
    public Array Values { get; } = values;

    public ElementType Element { get; } = element;

    public ImmutableArray<long> RowShape { get; } = rowShape;

    public override int Rows { get; } = rows;

    /// <summary>Rows whose category no training row has.</summary>
    public IReadOnlyList<int> UnseenRows { get; init; } = [];
}
