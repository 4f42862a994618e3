using System.Runtime.InteropServices;
using Builder.Datasets.Pictures;

namespace Builder.Datasets.Columns;

/// <summary>One column of a source as it is.</summary>
/// <param name="name">Name in the source.</param>
public abstract class RawColumn(string name)
{
    /// <summary>Name in the source.</summary>
    public string Name { get; } = name;

    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The given rows, in the given order.</summary>
    public abstract RawColumn Select(ReadOnlySpan<int> rows);

    private protected static T[] Gather<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows)
    {
        var picked = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }
}

/// <summary>Numbers; NaN where one is missing, never infinite.</summary>
/// <param name="name">Name in the source.</param>
/// <param name="values">One value a row.</param>
public sealed class NumberColumn(string name, double[] values) : RawColumn(name)
{
    /// <summary>One value a row; NaN where it is missing.</summary>
    public double[] Values { get; } = values;

    /// <summary>What was seen while the whole column was read, whatever was selected since.</summary>
    public NumberFindings Findings { get; init; } = NumberFindings.None;

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override RawColumn Select(ReadOnlySpan<int> rows) => new NumberColumn(Name, Gather<double>(Values, rows)) { Findings = Findings };
}

/// <summary>Texts, each different one stored once: categories, dates, ids and free text, as they are written in the source.</summary>
public sealed class TextColumn : RawColumn
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = -1;

    /// <summary>Makes a column of codes into a list of different texts.</summary>
    /// <param name="name">Name in the source.</param>
    /// <param name="codes">One a row: an index into <paramref name="entries"/>, or <see cref="Missing"/>.</param>
    /// <param name="entries">The different texts.</param>
    public TextColumn(string name, int[] codes, string[] entries)
        : this(name, codes, TextEntries.Of(entries))
    {
    }

    /// <summary>Makes a column of codes into a list of different texts.</summary>
    /// <param name="name">Name in the source.</param>
    /// <param name="codes">One a row: an index into <paramref name="entries"/>, or <see cref="Missing"/>.</param>
    /// <param name="entries">The different texts.</param>
    public TextColumn(string name, int[] codes, TextEntries entries)
        : base(name)
    {
        Codes = codes;
        Entries = entries;
    }

    /// <summary>Makes a column of plain texts; null where one is missing.</summary>
    public TextColumn(string name, IReadOnlyList<string?> values)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        Codes = new int[values.Count];
        var entries = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < Codes.Length; row++)
        {
            if (values[row] is not { } text)
            {
                Codes[row] = Missing;
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, text, out var seen);
            if (!seen)
            {
                code = entries.Count;
                entries.Add(text);
            }

            Codes[row] = code;
        }

        Entries = TextEntries.Of([.. entries]);
    }

    /// <summary>One a row: an index into <see cref="Entries"/>, or <see cref="Missing"/>.</summary>
    public int[] Codes { get; }

    /// <summary>The different texts in order of appearance; after <see cref="Select"/> some may have no row.</summary>
    public TextEntries Entries { get; }

    /// <inheritdoc/>
    public override int Count => Codes.Length;

    /// <summary>What was seen while the whole column was read as dates; null where it was not. Cells that are no dates are missing then.</summary>
    public DateFindings? Dates { get; init; }

    /// <summary>The text of a row; null where it is missing.</summary>
    public string? this[int row] => Codes[row] is var code && code >= 0 ? Entries[code] : null;

    /// <summary>In how many rows each of <see cref="Entries"/> is.</summary>
    public int[] RowsOfEntries()
    {
        var rows = new int[Entries.Length];
        foreach (var code in Codes)
        {
            if (code >= 0)
            {
                rows[code]++;
            }
        }

        return rows;
    }

    /// <inheritdoc/>
    public override RawColumn Select(ReadOnlySpan<int> rows) => new TextColumn(Name, Gather<int>(Codes, rows), Entries) { Dates = Dates };
}

/// <summary>Pictures, decoded when they are asked for.</summary>
/// <param name="name">Name in the source.</param>
/// <param name="store">Where the pictures are.</param>
/// <param name="indices">The store's picture of each row.</param>
public sealed class PictureColumn(string name, IPictureStore store, int[] indices) : RawColumn(name)
{
    /// <summary>Where the pictures are.</summary>
    public IPictureStore Store { get; } = store;

    /// <inheritdoc/>
    public override int Count => indices.Length;

    /// <summary>Size of a row's picture, read from its header.</summary>
    /// <exception cref="DataException">It is not a picture, or too large.</exception>
    public PictureSize Size(int row) => Store.Size(indices[row]);

    /// <summary>Decodes a row's picture in its own size, channel after channel, one byte a value.</summary>
    /// <exception cref="DataException">It cannot be decoded.</exception>
    public byte[] Decode(int row) => Store.Decode(indices[row]);

    /// <summary>The rows whose pictures cannot be read, each with what is wrong with it. Decodes every one.</summary>
    public IReadOnlyList<(int Row, DataException Problem)> Unreadable(CancellationToken ct = default) => PictureDecoding.Unreadable(Store, indices, ct);

    /// <summary>What tells a row's picture file apart without decoding it; null where the source is no single files.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    public ulong? Content(int row) => (Store as IPictureContents)?.ContentOf(indices[row]);

    /// <summary>The size that all pictures share, or null where they differ or there are none.</summary>
    /// <exception cref="DataException">One is not a picture, or too large.</exception>
    public PictureSize? CommonSize()
    {
        PictureSize? common = null;
        foreach (var index in indices)
        {
            var size = Store.Size(index);
            if (common is not null && common != size)
            {
                return null;
            }

            common = size;
        }

        return common;
    }

    /// <summary>Decodes all pictures into one block [rows, C, H, W] of bytes, bringing each to the given size.</summary>
    /// <exception cref="DataException">One cannot be decoded.</exception>
    public byte[] Decode(PictureSize size, CancellationToken ct = default)
    {
        var all = new byte[checked((long)Count * size.Bytes)];
        PictureDecoding.DecodeAll(Store, indices, size, all, ct);
        return all;
    }

    /// <inheritdoc/>
    public override RawColumn Select(ReadOnlySpan<int> rows) => new PictureColumn(Name, Store, Gather<int>(indices, rows));
}
