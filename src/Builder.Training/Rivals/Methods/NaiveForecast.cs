namespace Builder.Training.Rivals.Methods;

/// <summary>
/// What was some rows before: the latest known value, or the one a season ago. Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice,
/// https://otexts.com/fpp3/simple-methods.html.
/// </summary>
public sealed class NaiveForecast : IRival
{
    private readonly int _back;

    private NaiveForecast(int learned, int back, int? season) => (Learned, _back, Season) = (learned, back, season);

    /// <inheritdoc/>
    public int Learned { get; }

    /// <summary>The season's length in rows; null for the latest known value.</summary>
    public int? Season { get; }

    /// <summary>Says the latest known value.</summary>
    public static NaiveForecast Latest(RivalRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new(rows.Count, 0, null);
    }

    /// <summary>
    /// Says what was a season ago. The season is the distance at which training samples are nearest to what was before, among those that lie in a sample's window: further
    /// back may be another series, or a gap.
    /// </summary>
    /// <returns>Null where no season does better than the latest value.</returns>
    public static NaiveForecast? Seasonal(RivalProblem problem, RivalRows rows)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rows);
        var best = Enumerable.Range(0, rows.Past!.Width).MinBy(back => Error(rows, back));
        return best == 0 || rows.Count == 0 ? null : new(rows.Count, best, best + problem.Horizon);
    }

    /// <inheritdoc/>
    public double[] Predict(RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. Enumerable.Range(0, rows.Count).Select(row => Value(rows, row, _back))];
    }

    private static double Value(RivalRows rows, int row, int back) => rows.Past!.Row(row)[^(back + 1)];

    private static double Error(RivalRows rows, int back)
    {
        var sum = 0.0;
        for (var row = 0; row < rows.Count; row++)
        {
            sum += Math.Abs(Value(rows, row, back) - rows.Targets[row]);
        }

        return sum;
    }
}
