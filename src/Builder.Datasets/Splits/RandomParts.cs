using Builder.Datasets.Randomness;

namespace Builder.Datasets.Splits;

/// <summary>Every row is equally likely to land in any part.</summary>
public static class RandomParts
{
    /// <summary>Gives each of <paramref name="rows"/> rows its part.</summary>
    public static Part[] Assign(int rows, double validation, double test, long seed)
    {
        var sizes = PartSizes.Of(rows, validation, test);
        var order = new Xoshiro256(seed).Permutation(rows);
        var parts = new Part[rows];
        for (var i = 0; i < sizes.Test; i++)
        {
            parts[order[i]] = Part.Test;
        }
        for (var i = sizes.Test; i < sizes.Test + sizes.Validation; i++)
        {
            parts[order[i]] = Part.Validation;
        }
        return parts;
    }
}

/// <summary>Each class keeps its share in every part, to within one row.</summary>
public static class StratifiedParts
{
    /// <summary>Gives each row its part; every class keeps at least one training row.</summary>
    /// <param name="classes">The class of each row, from 0 to <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">How many classes there are.</param>
    /// <param name="validation">Share of validation.</param>
    /// <param name="test">Share of test.</param>
    /// <param name="seed">The same seed always gives the same split.</param>
    public static Part[] Assign(ReadOnlySpan<int> classes, int classCount, double validation, double test, long seed)
    {
        var random = new Xoshiro256(seed);
        var members = RowsByClass(classes, classCount);
        var total = PartSizes.Of(classes.Length, validation, test);
        var testOf = Floors(members, test);
        var validationOf = Floors(members, validation);

        // A class may still give this many rows away and keep one for training.
        var spare = members.Select((rows, c) => Math.Max(0, rows.Length - testOf[c] - validationOf[c] - 1)).ToArray();
        ShareOutRest(testOf, members, test, total.Test, spare, random);
        ShareOutRest(validationOf, members, validation, total.Validation, spare, random);

        var parts = new Part[classes.Length];
        for (var c = 0; c < classCount; c++)
        {
            random.Shuffle(members[c].AsSpan());
            Mark(parts, members[c].AsSpan(0, testOf[c]), Part.Test);
            Mark(parts, members[c].AsSpan(testOf[c], validationOf[c]), Part.Validation);
        }
        return parts;
    }

    private static int[][] RowsByClass(ReadOnlySpan<int> classes, int classCount)
    {
        var sizes = new int[classCount];
        foreach (var c in classes)
        {
            sizes[c]++;
        }
        var members = sizes.Select(size => new int[size]).ToArray();
        Array.Clear(sizes);
        for (var row = 0; row < classes.Length; row++)
        {
            var c = classes[row];
            members[c][sizes[c]++] = row;
        }
        return members;
    }

    private static int[] Floors(int[][] members, double share) =>
        members.Select(rows => (int)Math.Floor(Exact(rows.Length, share))).ToArray();

    // 10 × 0.3 is a hair under 3 in binary; nine digits settle it.
    private static double Exact(int rows, double share) => Math.Round(rows * share, 9);

    /// <summary>Gives the rows that rounding down left over to the classes with the largest remainders (Hamilton's method).</summary>
    private static void ShareOutRest(int[] sizes, int[][] members, double share, int total, int[] spare, Xoshiro256 random)
    {
        var order = random.Permutation(sizes.Length);
        var byRemainder = order.OrderByDescending(c => Exact(members[c].Length, share) - sizes[c]).ToArray();
        var rest = total - sizes.Sum();
        foreach (var c in byRemainder)
        {
            if (rest <= 0)
            {
                return;
            }
            if (spare[c] > 0 && Exact(members[c].Length, share) > sizes[c])
            {
                sizes[c]++;
                spare[c]--;
                rest--;
            }
        }
    }

    private static void Mark(Part[] parts, ReadOnlySpan<int> rows, Part part)
    {
        foreach (var row in rows)
        {
            parts[row] = part;
        }
    }
}
