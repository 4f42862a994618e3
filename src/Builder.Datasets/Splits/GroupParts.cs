using Builder.Datasets.Randomness;

namespace Builder.Datasets.Splits;

/// <summary>All rows of a group (a patient, a customer, a machine) go to the same part.</summary>
public static class GroupParts
{
    /// <summary>Gives each row its part, by row counts as near to the shares as whole groups allow.</summary>
    /// <param name="groups">The group of each row, from 0 to <paramref name="groupCount"/> − 1.</param>
    /// <param name="groupCount">How many groups there are; at least as many as parts that are asked for.</param>
    /// <param name="validation">Share of validation.</param>
    /// <param name="test">Share of test.</param>
    /// <param name="seed">The same seed always gives the same split.</param>
    public static Part[] Assign(ReadOnlySpan<int> groups, int groupCount, double validation, double test, long seed)
    {
        var sizes = new int[groupCount];
        foreach (var group in groups)
        {
            sizes[group]++;
        }
        var partOf = AssignGroups(sizes, PartSizes.Of(groups.Length, validation, test), new Xoshiro256(seed));
        var parts = new Part[groups.Length];
        for (var row = 0; row < groups.Length; row++)
        {
            parts[row] = partOf[groups[row]];
        }
        return parts;
    }

    private static Part[] AssignGroups(int[] sizes, PartSizes wanted, Xoshiro256 random)
    {
        int[] missing = [wanted.Train, wanted.Validation, wanted.Test];
        var partOf = new Part[sizes.Length];
        foreach (var group in random.Permutation(sizes.Length))
        {
            var neediest = Array.IndexOf(missing, missing.Max());
            partOf[group] = (Part)neediest;
            missing[neediest] -= sizes[group];
        }
        FillEmptyParts(partOf, sizes, wanted);
        return partOf;
    }

    /// <summary>A part that is asked for but got nothing takes the smallest group of the part with the most groups.</summary>
    private static void FillEmptyParts(Part[] partOf, int[] sizes, PartSizes wanted)
    {
        foreach (var (part, rows) in new[] { (Part.Train, wanted.Train), (Part.Validation, wanted.Validation), (Part.Test, wanted.Test) })
        {
            if (rows == 0 || partOf.Contains(part))
            {
                continue;
            }
            var donor = partOf.CountBy(p => p).MaxBy(count => count.Value);
            if (donor.Value < 2)
            {
                continue;
            }
            var smallest = Enumerable.Range(0, sizes.Length).Where(g => partOf[g] == donor.Key).MinBy(g => sizes[g]);
            partOf[smallest] = part;
        }
    }
}
