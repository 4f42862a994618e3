namespace Builder.Datasets.Splits;

/// <summary>The oldest rows train, the next validate, the newest test: as in life, where the future is what must be predicted.</summary>
public static class TimeParts
{
    /// <summary>Gives each row its part. Rows of the same moment are never separated.</summary>
    /// <param name="moments">When each row happened, in any unit; the rows may be in any order.</param>
    /// <param name="validation">Share of validation, of all rows; not used where <paramref name="validationFrom"/> is given.</param>
    /// <param name="test">Share of test; not used where <paramref name="testFrom"/> is given.</param>
    /// <param name="validationFrom">The first moment of the validation part, or null to go by its share.</param>
    /// <param name="testFrom">The first moment of the test part, or null to go by its share.</param>
    public static Part[] Assign(
        ReadOnlySpan<double> moments, double validation, double test, double? validationFrom = null, double? testFrom = null)
    {
        var sorted = moments.ToArray();
        Array.Sort(sorted);
        var rows = sorted.Length;
        var sizes = PartSizes.Of(rows, validation, test);

        var testStart = testFrom is { } firstTest
            ? FirstAtOrAfter(sorted, firstTest)
            : MomentBorder(sorted, rows - sizes.Test);
        var validationStart = validationFrom is { } firstValidation
            ? FirstAtOrAfter(sorted, firstValidation)
            : MomentBorder(sorted, Math.Max(0, testStart - sizes.Validation));

        var parts = new Part[rows];
        for (var row = 0; row < rows; row++)
        {
            parts[row] = PartAt(moments[row], sorted, validationStart, testStart);
        }
        return parts;
    }

    private static Part PartAt(double moment, double[] sorted, int validationStart, int testStart)
    {
        if (testStart < sorted.Length && moment >= sorted[testStart])
        {
            return Part.Test;
        }
        return validationStart < testStart && moment >= sorted[validationStart] ? Part.Validation : Part.Train;
    }

    /// <summary>The border nearest to <paramref name="position"/> that does not cut through rows of one moment.</summary>
    private static int MomentBorder(double[] sorted, int position)
    {
        if (position <= 0 || position >= sorted.Length || sorted[position] != sorted[position - 1])
        {
            return position;
        }
        var before = FirstAtOrAfter(sorted, sorted[position]);
        var after = FirstAtOrAfter(sorted, Math.BitIncrement(sorted[position]));
        // Training must not become empty, so the earlier border is taken only where something is left before it.
        return before > 0 && position - before <= after - position ? before : after;
    }

    private static int FirstAtOrAfter(double[] sorted, double moment)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < moment)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}
