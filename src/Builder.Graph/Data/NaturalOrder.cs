namespace Builder.Graph.Data;

/// <summary>
/// Orders names as people count: "level 2" before "level 10". Runs of the digits 0 to 9 are compared by their value, all else by character code; names
/// that agree in both, such as "a1" and "a01", by character code alone, so that no two different names are equal.
/// </summary>
public sealed class NaturalOrder : IComparer<string>
{
    private NaturalOrder()
    {
    }

    /// <summary>The order.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        var (here, there) = (0, 0);
        while (here < x.Length && there < y.Length)
        {
            var (first, second) = (Digits(x, here), Digits(y, there));
            var order = first > 0 && second > 0
                ? CompareNumbers(x.AsSpan(here, first).TrimStart('0'), y.AsSpan(there, second).TrimStart('0'))
                : x[here].CompareTo(y[there]);
            if (order != 0)
            {
                return order;
            }

            (here, there) = first > 0 && second > 0 ? (here + first, there + second) : (here + 1, there + 1);
        }

        var left = (x.Length - here).CompareTo(y.Length - there);
        return left != 0 ? left : string.CompareOrdinal(x, y);
    }

    private static int CompareNumbers(ReadOnlySpan<char> x, ReadOnlySpan<char> y) =>
        x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.SequenceCompareTo(y);

    private static int Digits(string text, int from)
    {
        var to = from;
        while (to < text.Length && char.IsAsciiDigit(text[to]))
        {
            to++;
        }

        return to - from;
    }
}
