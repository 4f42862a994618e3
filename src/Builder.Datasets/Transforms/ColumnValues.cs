using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>The values of one column on their way from the file to the network, one for each row.</summary>
internal abstract record ColumnValues
{
    /// <summary>How many rows there are.</summary>
    public abstract int Rows { get; }
}

/// <summary>Quantities; NaN where the value is missing.</summary>
internal sealed record NumberValues(double[] Values) : ColumnValues
{
    public override int Rows => Values.Length;
}

/// <summary>Moments as days since 1970-01-01, with the time of day as the fraction; NaN where the value is missing.</summary>
internal sealed record DateValues(double[] Days) : ColumnValues
{
    public override int Rows => Days.Length;
}

/// <summary>Names or texts, each different one held once.</summary>
/// <param name="Codes">For each row an index into <paramref name="Entries"/>, or <see cref="Missing"/>.</param>
/// <param name="Entries">The different texts; some may have no row.</param>
internal sealed record TextValues(int[] Codes, TextEntries Entries) : ColumnValues
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = TextColumn.Missing;

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
        return new TextValues(codes, TextEntries.Of([.. known.Keys.Select(value => value.ToString("R", CultureInfo.InvariantCulture))]));
    }
}

/// <summary>Pictures that are still in their files.</summary>
internal sealed record UndecodedPictures(PictureColumn Column, CancellationToken Cancellation) : ColumnValues
{
    public override int Rows => Column.Count;
}

/// <summary>Pictures of one size as bytes, [rows, C, H, W].</summary>
internal sealed record PictureValues(byte[] Pixels, int Count, PictureSize Size) : ColumnValues
{
    public PictureNormalization? Normalization { get; init; }

    public Augment? Augment { get; init; }

    public override int Rows => Count;
}

/// <summary>What the network reads: one contiguous block, row after row.</summary>
internal sealed record BlockValues(Array Values, ElementType Element, ImmutableArray<long> RowShape, int Count) : ColumnValues
{
    public override int Rows => Count;

    /// <summary>Rows whose category no training row has.</summary>
    public IReadOnlyList<int> UnseenRows { get; init; } = [];
}
