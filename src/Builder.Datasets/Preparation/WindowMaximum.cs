namespace Builder.Datasets.Preparation;

/// <summary>The largest value of each window: the label of a window in which any row is marked.</summary>
internal static class WindowMaximum
{
    /// <summary>For each row the largest of the <paramref name="length"/> values that start there (fewer at the end), in linear time.</summary>
    public static T[] Of<T>(ReadOnlySpan<T> values, int length)
        where T : struct, IComparable<T>
    {
        var largest = new T[values.Length];
        // Rows whose values fall from front to back; only they can still be the largest of a window.
        var candidates = new int[values.Length];
        int front = 0, back = 0;
        for (var row = values.Length - 1; row >= 0; row--)
        {
            while (back > front && values[candidates[back - 1]].CompareTo(values[row]) <= 0)
            {
                back--;
            }
            candidates[back++] = row;
            if (candidates[front] >= row + (long)length)
            {
                front++;
            }
            largest[row] = values[candidates[front]];
        }
        return largest;
    }
}
