namespace Builder.Training.Metrics;

/// <summary>Collects scores by name and leaves out those that cannot be told.</summary>
internal static class ScoreTable
{
    /// <summary>The scores that are finite numbers: JSON knows no other, and "not a number" tells nobody anything.</summary>
    public static IReadOnlyDictionary<string, double> Of(params ReadOnlySpan<(string Name, double? Value)> scores)
    {
        var table = new Dictionary<string, double>(scores.Length, StringComparer.Ordinal);
        foreach ((string name, double? value) in scores)
        {
            if (value is { } number && double.IsFinite(number))
            {
                table.Add(name, number);
            }
        }

        return table;
    }

    public static bool AreFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
