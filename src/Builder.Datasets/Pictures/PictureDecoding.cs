namespace Builder.Datasets.Pictures;

/// <summary>Decodes many pictures on all cores.</summary>
public static class PictureDecoding
{
    /// <summary>Decodes pictures into one block [N, C, H, W], bringing each to one size.</summary>
    /// <exception cref="DataException">One cannot be decoded; the first of them in order is named.</exception>
    public static void DecodeAll(IPictureStore store, int[] indices, PictureSize size, byte[] destination, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(indices);
        var bytes = size.Bytes;
        var failures = new DataException?[indices.Length];
        var options = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, indices.Length, options, (row, loop) =>
        {
            try
            {
                var own = store.Size(indices[row]);
                var pixels = store.Decode(indices[row]);
                PictureResize.Fit(pixels, own, size, destination.AsSpan(checked((int)((long)row * bytes)), bytes));
            }
            catch (DataException problem)
            {
                failures[row] = problem;
                loop.Break();
            }
        });
        if (failures.FirstOrDefault(f => f is not null) is { } first)
        {
            throw first;
        }
    }
}
