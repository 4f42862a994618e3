using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;

namespace Builder.Datasets.Checks;

/// <summary>
/// Pictures that are copies of each other: the same file, or one made smaller, compressed again or a little cropped. Small pictures such as digits are alike by nature:
/// of those only equal ones are found.
/// </summary>
/// <param name="Groups">The numbers of the rows of each group.</param>
/// <param name="Compared">How many pictures were looked at.</param>
/// <param name="All">How many there are.</param>
/// <remarks>
/// Two hashes that know nothing of each other, one of where it gets brighter and one of frequencies, name the few pictures that may be copies; what they show decides, place
/// by place (<see cref="PictureAgreement"/>). So the number of pictures that are merely alike does not matter, and neither does how many copies there are of one.
/// </remarks>
public sealed record PictureCopies(ImmutableArray<RowNumbers> Groups, int Compared, int All)
{
    /// <summary>More pictures than this are not compared.</summary>
    private const int MostPictures = 20_000;

    /// <summary>Pictures whose shorter side is smaller show too little to be told from others of their kind.</summary>
    private const int SmallestSide = 40;

    /// <summary>So many of the pictures that may be the original of one are looked at closely, the likeliest first.</summary>
    private const int MostCandidates = 12;

    /// <summary>A picture that is there more often, and as more than this share of all, was taken so often: shots of one scene by one camera. Of those only equal ones are copies.</summary>
    private const int MostCopies = 10;
    private const double MostShare = 0.05;

    /// <summary>Nothing there yet.</summary>
    public static PictureCopies None { get; } = new([], 0, 0);

    /// <summary>Decodes and compares the pictures of a source, as far as time allows.</summary>
    /// <param name="pictures">The pictures; those that cannot be read are passed over.</param>
    /// <param name="budget">How long they may be decoded.</param>
    /// <param name="guard">Does something with a picture of a size while there is memory for it.</param>
    /// <param name="ct">Stops the work.</param>
    public static PictureCopies Find(PictureColumn pictures, TimeSpan budget, Func<PictureSize, Func<PictureSketch?>, PictureSketch?> guard, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(guard);
        var watch = Stopwatch.StartNew();
        var count = Math.Min(pictures.Count, MostPictures);
        var sketches = new PictureSketch?[count];
        var looked = new ConcurrentBag<int>();
        Parallel.For(0, count, OnAllCores(ct), (row, loop) =>
        {
            if (watch.Elapsed > budget)
            {
                loop.Break();
                return;
            }

            sketches[row] = Sketch(pictures, row, guard);
            looked.Add(row);
        });
        return new(Grouped(sketches, looked.Count, ct), looked.Count, pictures.Count);
    }

    private static ParallelOptions OnAllCores(CancellationToken ct) => new() { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };

    private static PictureSketch? Sketch(PictureColumn pictures, int row, Func<PictureSize, Func<PictureSketch?>, PictureSketch?> guard)
    {
        try
        {
            var size = pictures.Size(row);
            return guard(size, () => PictureSketch.Of(pictures.Decode(row), size, Math.Min(size.Width, size.Height) < SmallestSide));
        }
        catch (DataException)
        {
            // What cannot be read is told elsewhere.
            return null;
        }
    }

    private static ImmutableArray<RowNumbers> Grouped(PictureSketch?[] sketches, int compared, CancellationToken ct)
    {
        var equal = Equal(sketches);
        var alike = (int[])equal.Clone();
        int[] others = [.. Enumerable.Range(0, sketches.Length).Where(row => equal[row] == row && sketches[row] is { IsPlain: false, IsSmall: false })];
        Parallel.For(0, others.Length, OnAllCores(ct), place => alike[others[place]] = Original(sketches, others, place));

        // The original of a picture may itself be a copy; it always comes before.
        for (var row = 0; row < alike.Length; row++)
        {
            alike[row] = alike[row] == row ? row : alike[alike[row]];
        }

        var sizes = alike.CountBy(row => row).ToDictionary(c => c.Key, c => c.Value);
        var first = Enumerable.Range(0, alike.Length).Select(row => sizes[alike[row]] is var size && size > MostCopies && size > compared * MostShare ? equal[row] : alike[row]).ToArray();
        return [.. Enumerable.Range(0, first.Length).Where(row => first[row] != row).GroupBy(row => first[row]).Select(group => RowNumbers.Of(group.Prepend(group.Key).Select(row => row + 1)))];
    }

    /// <summary>For each picture the first of the same pixels: itself where there is none before.</summary>
    private static int[] Equal(PictureSketch?[] sketches)
    {
        var (rows, known) = (new int[sketches.Length], new Dictionary<ulong, int>());
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = sketches[row] is not { IsPlain: false } sketch || known.TryAdd(sketch.Pixels, row) ? row : known[sketch.Pixels];
        }

        return rows;
    }

    /// <summary>The picture before that one is a copy of; itself where it is of none.</summary>
    private static int Original(PictureSketch?[] sketches, int[] rows, int place)
    {
        var sketch = sketches[rows[place]]!;
        Span<(int Distance, int Row)> nearest = stackalloc (int Distance, int Row)[MostCandidates];
        var count = 0;
        foreach (var row in rows.AsSpan(0, place))
        {
            if (sketch.Distance(sketches[row]!) is not { } distance || (count == MostCandidates && distance >= nearest[^1].Distance))
            {
                continue;
            }

            var at = count < MostCandidates ? count++ : MostCandidates - 1;
            for (; at > 0 && nearest[at - 1].Distance > distance; at--)
            {
                nearest[at] = nearest[at - 1];
            }

            nearest[at] = (distance, row);
        }

        foreach (var (_, row) in nearest[..count])
        {
            if (PictureAgreement.AreCopies(sketch, sketches[row]!))
            {
                return row;
            }
        }

        return rows[place];
    }
}
