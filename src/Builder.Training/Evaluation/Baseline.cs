using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Metrics;
using Builder.Training.Metrics;

namespace Builder.Training.Evaluation;

/// <summary>
/// Scores of the plainest prediction on the same samples, so that nobody takes a network for good that is no better: the most frequent
/// class, always the same labels, the mean, for series the latest known value, and for text how common each piece of it is.
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
            TaskKind.MultiLabel when column is { WindowLength: null, Values: float[] } => SameLabels(data, column),
            TaskKind.LanguageModel when column is { Values: long[] tokens, WindowLength: { } length } => Frequencies(data, column, tokens, length),
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
        return new Dictionary<string, double> { [MetricCatalog.Accuracy.Id] = (double)right / data.Test.Length };
    }

    // Whoever always answers the same: all labels, where a score counts what is found, and the commonest combination, where all of them must be right.
    private static Dictionary<string, double> SameLabels(PreparedData data, PreparedColumn column)
    {
        var (values, width) = ((float[])column.Values, (int)column.RowSize);
        string Key(long start) => string.Concat(values.AsSpan((int)((start + column.WindowOffset) * width), width).ToArray().Select(v => v > 0.5f ? '1' : '0'));
        double[] shares = [.. Enumerable.Range(0, width).Select(label => data.Train.Average(s => (double)values[((s + column.WindowOffset) * width) + label]))];
        bool[] truth = [.. data.Test.SelectMany(s => Enumerable.Range(0, width).Select(label => values[((s + column.WindowOffset) * width) + label] > 0.5f))];
        var scores = MultiLabelMetrics.Report([.. data.Test.SelectMany(_ => shares)], truth, new double[width])?.Scores ?? new Dictionary<string, double>();
        var commonest = data.Train.CountBy(Key).MaxBy(c => c.Value).Key;
        var told = scores.Where(s => s.Key == MetricCatalog.MacroF1.Id || s.Key == MetricCatalog.PrAuc.Id).ToDictionary();
        told[MetricCatalog.SubsetAccuracy.Id] = data.Test.Average(s => Key(s) == commonest ? 1.0 : 0);
        return told;
    }

    // Whoever knows only how often each piece of text occurs. One that was never seen counts as seen once.
    private static Dictionary<string, double> Frequencies(PreparedData data, PreparedColumn column, long[] tokens, int length)
    {
        IEnumerable<long> Of(long[] starts) => starts.SelectMany(s => Enumerable.Range(0, length).Select(i => tokens[s + column.WindowOffset + i]));
        var seen = new double[tokens.Max() + 1];
        foreach (var token in Of(data.Train))
        {
            seen[token]++;
        }

        var (all, commonest) = (seen.Sum() + seen.Length, Array.IndexOf(seen, seen.Max()));
        var loss = Of(data.Test).Average(token => -Math.Log((seen[token] + 1) / all));
        return new Dictionary<string, double>
        {
            [MetricCatalog.LogLoss.Id] = loss,
            [MetricCatalog.Perplexity.Id] = Math.Exp(loss),
            [MetricCatalog.Accuracy.Id] = Of(data.Test).Average(token => token == commonest ? 1.0 : 0),
        };
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
