namespace Builder.Training.Metrics;

/// <summary>A class of two that is said from a threshold on, where it need not be the likelier one.</summary>
/// <param name="Class">The class, 0 or 1.</param>
/// <param name="Threshold">The probability, from 0 to 1, from which on it is said; below it the other one is.</param>
public readonly record struct ClassDecision(int Class, double Threshold)
{
    /// <summary>The class that is said.</summary>
    /// <param name="decision">How it is decided between two classes; null for the likeliest of any number.</param>
    /// <param name="probabilities">Shape [classes].</param>
    public static int Of(ClassDecision? decision, ReadOnlySpan<double> probabilities) => decision switch
    {
        { } two when probabilities.Length == 2 => probabilities[two.Class] >= two.Threshold ? two.Class : 1 - two.Class,
        _ => Likeliest(probabilities),
    };

    /// <summary>The place of the highest value, the first of equals.</summary>
    /// <param name="values">Shape [n], at least one.</param>
    public static int Likeliest(ReadOnlySpan<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
