using Builder.Datasets.Pictures;

namespace Builder.Datasets.Import;

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
