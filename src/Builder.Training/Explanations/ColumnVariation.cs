using System.Diagnostics;
using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Training.Inference;
using Builder.Training.Layers;
using Builder.Training.Sessions;
using static TorchSharp.torch;

namespace Builder.Training.Explanations;

/// <summary>
/// What a model would say if a column held something else: for one row (individual conditional expectation), and on the mean over rows that it has learned from (partial
/// dependence, as scikit-learn's <c>partial_dependence(method="brute")</c>: https://scikit-learn.org/stable/modules/partial_dependence.html).
/// </summary>
/// <param name="model">The model.</param>
/// <param name="background">The rows that it has learned from.</param>
public sealed class ColumnVariation(ModelRunner model, BackgroundRows background)
{
    // A tenth of the rows lies below the one, and a tenth above the other.
    private const double Tail = 0.1;

    /// <summary>Tries values in the place of what a row holds.</summary>
    /// <param name="rows">The row as it is, and behind it the same row with each of the values; its target is not needed.</param>
    /// <param name="column">The column, as the model describes its input.</param>
    /// <param name="values">The values, in the order of their rows.</param>
    /// <param name="output">Name of the output; null for the first.</param>
    /// <param name="name">The class or label whose probability is told; null for the one that is said of the row as it is, or its likeliest label.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="leave">Ends the work between two values.</param>
    /// <exception cref="TrainingException">There is no such output or class, the model is too slow, or it gives no number.</exception>
    /// <exception cref="Datasets.DataException">A row cannot be used, or lacks a column.</exception>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    public ColumnDependence Vary(
        RawTable rows, InputDescription column, IReadOnlyList<Cell> values, string? output, string? name, TimeSpan longest, CancellationToken leave = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(values);
        var clock = Stopwatch.StartNew();
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var random = RandomState.Fixed(model.Program.Device);
        var data = DataPreparation.Apply(Predictor.DataSetOf(model), model.Bundle.Transforms, rows, Predictor.Inputs(model), leave);
        var inputs = BackgroundRows.Values(model, data, data.Test);
        try
        {
            var heads = model.Heads.Where(ExplainedOutput.Tells).Select(head => new HeadColumns(head, model.Bundle.Transforms, model.Bundle.Thresholds)).ToList();
            var plan = model.Program.Plan(heads.Select(head => head.Head.Prediction));
            plan.Run(new InputValues(inputs), new ForwardContext(Training: false, data.Test.Length));
            double[][][] told = [.. heads.Select(head => head.Values(plan[head.Head.Prediction]).ToArray())];
            var explained = ExplainedOutput.Of(heads, [.. told.Select(values => values[0])], output, name);
            double[] own = [.. told[heads.IndexOf(explained.Columns)].Select(values => Finite(values[explained.Place]))];
            var points = new List<DependencePoint>();
            for (var i = 0; i < values.Count; i++)
            {
                leave.ThrowIfCancellationRequested();
                if (clock.Elapsed > longest)
                {
                    throw new TrainingException(TrainingMessages.ExplanationTooSlow.With(("seconds", (int)Math.Ceiling(longest.TotalSeconds))));
                }

                var others = Others(inputs, i + 1, column.Name, explained);
                Array.Sort(others);
                points.Add(new(
                    values[i].Text!, values[i].IsNumber ? double.Parse(values[i].Text!, CultureInfo.InvariantCulture) : null, own[i + 1],
                    others.Average(), Profiler.Quantile(others, Tail), Profiler.Quantile(others, 1 - Tail)));
            }

            return new(explained.Name, explained.Class, explained.Unit, column.Name, column.Unit, own[0], points, background.Count);
        }
        finally
        {
            foreach (var tensor in inputs.Values)
            {
                tensor.Dispose();
            }
        }
    }

    // The rows of the background, with the column as one row has it.
    private double[] Others(Dictionary<int, Tensor> inputs, int row, string column, ExplainedOutput explained)
    {
        using var scope = NewDisposeScope();
        var mixtures = new BackgroundMixtures(background, inputs.ToDictionary(input => input.Key, input => input.Value.narrow(0, row, 1)));
        var plan = model.Program.Plan([explained.Columns.Head.Prediction]);
        plan.Run(new InputValues(mixtures.Of([[.. background.Columns.Select(c => c.InputName == column)]])), new ForwardContext(Training: false, background.Count));
        return [.. explained.Columns.Values(plan[explained.Columns.Head.Prediction]).Select(values => Finite(values[explained.Place]))];
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : throw new TrainingException(TrainingMessages.ExplanationNoNumber.With());
}
