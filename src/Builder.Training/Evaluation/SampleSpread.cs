namespace Builder.Training.Evaluation;

/// <summary>Some of many samples, where all of them would take too long or tell no more.</summary>
public static class SampleSpread
{
    /// <summary>So many of them, spread evenly, in their order; all where there are no more.</summary>
    /// <param name="all">The samples.</param>
    /// <param name="most">How many there may be at most.</param>
    public static T[] Of<T>(IReadOnlyList<T> all, long most)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.Count <= most ? [.. all] : [.. Enumerable.Range(0, (int)most).Select(i => all[(int)(i * (long)all.Count / most)])];
    }
}
