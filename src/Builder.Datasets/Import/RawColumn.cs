namespace Builder.Datasets.Import;

/// <summary>One column of a source as it is.</summary>
/// <param name="name">Name in the source.</param>
public abstract class RawColumn(string name)
{
    /// <summary>Name in the source.</summary>
    public string Name { get; } = name;

    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The given rows, in the given order.</summary>
    public abstract RawColumn Select(ReadOnlySpan<int> rows);

    private protected static T[] Gather<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows)
    {
        var picked = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }
}
