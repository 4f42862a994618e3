using Builder.Datasets;
using Builder.Graph.Data;
using Builder.Training.Heads;
using Builder.Training.Metrics;

namespace Builder.Training.Evaluation;

/// <summary>
/// Scores of the plainest prediction on the same samples, so that nobody takes a network for good that is no better: the most frequent
/// class, the mean, or for series the latest known value.
/// </summary>
public static class Baseline
{
    /// <summary>The baseline of a head; empty where there is none.</summary>
    /// <param name="head">What is predicted.</param>
    /// <param name="data">The data.</param>
    /// <param name="horizon">For windows: rows between the latest known value and the target; null for other data.</param>
    public static IReadOnlyDictionary<string, double> Score(Head head, PreparedData data, int? horizon)
    {
        if (head.Binding is not { Columns: [var name] } || data.Test.Length == 0)
        {
            return new Dictionary<string, double>();
        }

        var column = data.Columns[name];
        return head.Task switch
        {
            TaskKind.Classification or TaskKind.BinaryClassification when column.Element == ElementType.Int64 => Majority(data, column),
            TaskKind.Regression when horizon is { } rows && column.WindowLength is null => Latest(data, column, rows),
            TaskKind.Regression when column.RowShape.IsEmpty => Mean(data, column),
            _ => new Dictionary<string, double>(),
        };
    }

    private static Dictionary<string, double> Majority(PreparedData data, PreparedColumn column)
    {
        var classes = column.Values is long[] values ? values : [];
        var most = data.Train.GroupBy(s => classes[s + column.WindowOffset]).MaxBy(g => g.Count())!.Key;
        var right = data.Test.Count(s => classes[s + column.WindowOffset] == most);
        return new Dictionary<string, double> { ["accuracy"] = (double)right / data.Test.Length };
    }

    private static IReadOnlyDictionary<string, double> Latest(PreparedData data, PreparedColumn column, int horizon) =>
        RegressionMetrics.Score(InUnits(data, column, data.Test, -horizon), InUnits(data, column, data.Test, 0));

    private static IReadOnlyDictionary<string, double> Mean(PreparedData data, PreparedColumn column)
    {
        var mean = InUnits(data, column, data.Train, 0).Average();
        return RegressionMetrics.Score([.. Enumerable.Repeat(mean, data.Test.Length)], InUnits(data, column, data.Test, 0));
    }

    private static double[] InUnits(PreparedData data, PreparedColumn column, long[] starts, int shift)
    {
        var values = (float[])column.Values;
        return [.. starts.Select(s => data.Fitted.ToUnits(column.Name, values[s + column.WindowOffset + shift]))];
    }
}
