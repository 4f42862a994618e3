namespace Builder.Training.Rivals.Methods;

/// <summary>Turns logarithms of what is likely into probabilities.</summary>
internal static class Softmax
{
    /// <summary>In place; they add up to 1 afterwards.</summary>
    public static void Of(Span<double> values)
    {
        var most = double.NegativeInfinity;
        foreach (var value in values)
        {
            most = Math.Max(most, value);
        }

        var all = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Exp(values[i] - most);
            all += values[i];
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= all;
        }
    }
}
