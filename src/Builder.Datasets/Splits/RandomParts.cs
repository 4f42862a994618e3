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
