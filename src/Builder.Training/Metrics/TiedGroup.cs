namespace Builder.Training.Metrics;

/// <summary>The cases that have the same score.</summary>
/// <param name="Score">Their score.</param>
/// <param name="Positives">How many are positive.</param>
/// <param name="Negatives">How many are not.</param>
internal readonly record struct TiedGroup(double Score, long Positives, long Negatives)
{
    /// <summary>The groups from the highest score to the lowest.</summary>
    public static List<TiedGroup> Falling(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        if (scores.Length != positive.Length)
        {
            throw new ArgumentException($"There are {scores.Length} scores, but {positive.Length} labels.", nameof(positive));
        }

        double[] sorted = scores.ToArray();
        bool[] labels = positive.ToArray();
        Array.Sort(sorted, labels);
        var groups = new List<TiedGroup>();
        for (int i = sorted.Length - 1; i >= 0;)
        {
            double score = sorted[i];
            long positives = 0;
            int begin = i;
            for (; i >= 0 && sorted[i] == score; i--)
            {
                positives += labels[i] ? 1 : 0;
            }

            groups.Add(new TiedGroup(score, positives, begin - i - positives));
        }

        return groups;
    }
}
