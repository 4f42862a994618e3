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
        Parallel.For(0, indices.Length, OnAllCores(ct), (row, loop) =>
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

    /// <summary>Whether a problem is that of one picture, so that others may well be read.</summary>
    public static bool IsOfOne(DataException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return PictureProblems.IsOfOne(problem);
    }

    /// <summary>The pictures that cannot be read, by their place among <paramref name="indices"/>, each with what is wrong with it. Decodes every one.</summary>
    public static IReadOnlyList<(int Place, DataException Problem)> Unreadable(IPictureStore store, int[] indices, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(indices);
        var problems = new DataException?[indices.Length];
        Parallel.For(0, indices.Length, OnAllCores(ct), place =>
        {
            try
            {
                store.Decode(indices[place]);
            }
            catch (DataException problem) when (PictureProblems.IsOfOne(problem))
            {
                problems[place] = problem;
            }
        });
        return [.. problems.Select((problem, place) => (Place: place, Problem: problem)).Where(p => p.Problem is not null).Select(p => (p.Place, p.Problem!))];
    }

    private static ParallelOptions OnAllCores(CancellationToken ct) => new() { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
}
