using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Metrics;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>The samples where the model errs most, and some where it errs least.</summary>
internal static class ExampleReport
{
    private const int Most = 200;
    private const int Best = 40;

    /// <summary>Examples of a head, the largest error first; the same ones for each way to decide.</summary>
    public static IReadOnlyList<IReadOnlyList<Example>> Make(
        FinishedModel model, CollectedSamples samples, long[] starts, ExamplePictures pictures, RawTable? table, IReadOnlyList<HeadColumns> ways)
    {
        var losses = Losses(samples);
        int[] falling = [.. Enumerable.Range(0, samples.Count).OrderByDescending(i => losses[i])];
        int[] chosen = falling.Length <= Most ? falling : [.. falling.Take(Most - Best), .. falling.TakeLast(Best)];
        var data = model.Session.Data;
        var last = LastInputRow(model);
        var inputs = Inputs(model);
        var values = table is null ? new Dictionary<int, IReadOnlyDictionary<string, string?>>() : SourceValues.Read(
            model.Request.Document.Data[data.DataSetId], table, data.Fitted, inputs, [.. chosen.Select(i => data.SourceRow(starts[i] + last))]);
        var offset = data.Columns[samples.Head.Binding!.Columns[0]].WindowOffset;
        return [.. ways.Select(columns => (IReadOnlyList<Example>)[.. chosen.Select(i => Told(samples, i, columns) with
        {
            Row = data.SourceRow(starts[i] + offset),
            Inputs = values.GetValueOrDefault(data.SourceRow(starts[i] + last)) ?? new Dictionary<string, string?>(),
            Picture = pictures.Of(starts[i]),
            Loss = double.IsFinite(losses[i]) ? losses[i] : double.MaxValue,
        })])];
    }

    /// <summary>The rows of a table that samples stand for, of a series the latest one; −1 where the table has none.</summary>
    public static int[] RowsOf(FinishedModel model, long[] starts, RawTable table)
    {
        var (data, last) = (model.Session.Data, LastInputRow(model));
        var places = Enumerable.Range(0, table.RowCount).ToDictionary(table.SourceRow);
        return [.. starts.Select(start => places.GetValueOrDefault(data.SourceRow(start + last), -1))];
    }

    private static string[] Inputs(FinishedModel model) =>
    [
        .. model.Session.Analysis.Graph.Nodes.Where(n => n.Kind.Role == Role.Input && n.Instance is not null)
            .SelectMany(n => ColumnBinding.Of(n.Instance!).Columns).Distinct(),
    ];

    // Of a window of rows the latest one tells people where they are.
    private static long LastInputRow(FinishedModel model) =>
        model.Request.Document.Data[model.Session.Data.DataSetId].Windows is { } windows ? windows.Length - 1 : 0;

    private static Example Told(CollectedSamples samples, int i, HeadColumns columns)
    {
        var (width, plain) = (samples.Width, new Example { Row = 0, True = "", Predicted = "", Loss = 0 });
        if (columns.IsMultiLabel)
        {
            string[] having = [.. columns.LabelNames.Where((_, c) => samples.True[(i * width) + c] > 0.5)];
            var given = columns.Given([.. Enumerable.Range(i * width, width).Select(c => samples.Predicted[c])]);
            return plain with { True = string.Join(", ", having), Predicted = string.Join(", ", given), Right = having.SequenceEqual(given) };
        }

        if (!columns.IsClass)
        {
            var cells = Enumerable.Range(i * width, width);
            return plain with { True = string.Join(", ", cells.Select(c => Number(samples.True[c]))), Predicted = string.Join(", ", cells.Select(c => Number(samples.Predicted[c]))) };
        }

        double[] probabilities = [.. Enumerable.Range(i * width, width).Select(c => samples.Predicted[c])];
        var (truth, told) = ((int)samples.True[i], ClassDecision.Of(columns.Decision.Binary, probabilities));
        return plain with
        {
            True = columns.ClassName(truth), Predicted = columns.ClassName(told), Right = truth == told,
            Probability = Finite(probabilities[told]), ProbabilityOfTrue = Finite(probabilities[truth]),
        };
    }

    private static double[] Losses(CollectedSamples samples) => samples.Head.Task switch
    {
        TaskKind.MultiLabel => [.. Enumerable.Range(0, samples.Count).Select(i => Enumerable.Range(i * samples.Width, samples.Width)
            .Average(c => -Math.Log(Math.Max(1e-12, samples.True[c] > 0.5 ? samples.Predicted[c] : 1 - samples.Predicted[c]))))],
        TaskKind.Regression => OfQuantities(samples),
        TaskKind.Anomaly => OfRanks(samples),
        _ => [.. Enumerable.Range(0, samples.Count).Select(i => -Math.Log(Math.Max(1e-12, samples.Predicted[(i * samples.Width) + (int)samples.True[i]])))],
    };

    // Several target columns count alike: each error in standard deviations of its column.
    private static double[] OfQuantities(CollectedSamples samples)
    {
        var width = samples.Width;
        double[] scales = [.. Enumerable.Range(0, width).Select(c => width == 1 ? 1 : Deviation(samples, c))];
        return [.. Enumerable.Range(0, samples.Count).Select(i =>
            Enumerable.Range(0, width).Average(c => Math.Abs(samples.Predicted[(i * width) + c] - samples.True[(i * width) + c]) / scales[c]))];
    }

    private static double Deviation(CollectedSamples samples, int column)
    {
        double[] values = [.. Enumerable.Range(0, samples.Count).Select(i => samples.True[(i * samples.Width) + column])];
        var mean = values.Average();
        return Math.Max(1e-12, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))));
    }

    // Usual samples belong to the beginning of the ranking, unusual ones to its end.
    private static double[] OfRanks(CollectedSamples samples)
    {
        var losses = new double[samples.Count];
        int[] rising = [.. Enumerable.Range(0, samples.Count).OrderBy(i => samples.Predicted[i])];
        for (var place = 0; place < rising.Length; place++)
        {
            var rank = rising.Length == 1 ? 0 : (double)place / (rising.Length - 1);
            losses[rising[place]] = samples.True[rising[place]] > 0.5 ? 1 - rank : rank;
        }

        return losses;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
