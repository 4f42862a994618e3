using System.Diagnostics;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Training.Inference;
using Builder.Training.Layers;
using Builder.Training.Programs;
using Builder.Training.Sessions;
using static TorchSharp.torch;

namespace Builder.Training.Explanations;

/// <summary>
/// How far each column has pushed a prediction up or down: Shapley values of the columns. A coalition of columns is worth the mean prediction for the background's rows in which
/// these columns hold what the row holds (the interventional value function: Lundberg and Lee 2017, https://arxiv.org/abs/1705.07874). They tell what the model has done with the
/// row, not what causes what.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="background">What the columns hold that are not of a coalition.</param>
public sealed class PredictionExplainer(ModelRunner model, BackgroundRows background)
{
    /// <summary>Up to so many columns all coalitions are tried.</summary>
    public const int MostExact = 10;

    /// <summary>Pairs of orders that are tried where there are more columns.</summary>
    public const int Pairs = 100;

    // Rows, and values of rows, that are computed at once.
    private const long MostSamples = 8_192;
    private const long MostValues = 1L << 22;

    /// <summary>Up to so many columns all coalitions are tried, where that is not too slow; fewer where whoever asks is content with estimates.</summary>
    public int ExactUpTo { get; init; } = MostExact;

    /// <summary>Explains the prediction for a row.</summary>
    /// <param name="row">The row; its target is not needed.</param>
    /// <param name="output">Name of the output; null for the first.</param>
    /// <param name="name">The class or label whose probability is explained; null for the one that is said, or the likeliest label.</param>
    /// <param name="budget">How long it may take; orders that begin before are tried to their end.</param>
    /// <param name="leave">Ends the work between two batches.</param>
    /// <exception cref="TrainingException">There is no such output or class, the model is too slow, or it gives no number.</exception>
    /// <exception cref="Datasets.DataException">The row cannot be used, or lacks a column.</exception>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    public PredictionExplanation Explain(RawTable row, string? output, string? name, TimeSpan budget, CancellationToken leave = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var random = RandomState.Fixed(model.Program.Device);
        var data = DataPreparation.Apply(Predictor.DataSetOf(model), model.Bundle.Transforms, row, Predictor.Inputs(model), leave);
        var inputs = BackgroundRows.Values(model, data, [data.Test[0]]);
        try
        {
            var heads = model.Heads.Where(ExplainedOutput.Tells).Select(head => new HeadColumns(head, model.Bundle.Transforms, model.Bundle.Thresholds)).ToList();
            var plan = model.Program.Plan(heads.Select(head => head.Head.Prediction));
            plan.Run(new InputValues(inputs), new ForwardContext(Training: false, 1));
            var explained = ExplainedOutput.Of(heads, [.. heads.Select(head => head.Values(plan[head.Head.Prediction]).Single())], output, name);
            return Explain(explained, new BackgroundMixtures(background, inputs), budget, leave);
        }
        finally
        {
            foreach (var tensor in inputs.Values)
            {
                tensor.Dispose();
            }
        }
    }

    private PredictionExplanation Explain(ExplainedOutput explained, BackgroundMixtures mixtures, TimeSpan budget, CancellationToken leave)
    {
        var plan = model.Program.Plan([explained.Columns.Head.Prediction]);
        var players = background.Columns.Length;
        var atOnce = (int)Math.Max(1, Math.Min(MostSamples, MostValues / mixtures.ValuesPerRow) / background.Count);
        var clock = Stopwatch.StartNew();
        double[] Worth(IReadOnlyList<bool[]> coalitions, TimeSpan longest)
        {
            var worths = new List<double>(coalitions.Count);
            foreach (var some in coalitions.Chunk(atOnce))
            {
                leave.ThrowIfCancellationRequested();
                if (clock.Elapsed > longest)
                {
                    throw new TrainingException(TrainingMessages.ExplanationTooSlow.With(("seconds", (int)Math.Ceiling(longest.TotalSeconds))));
                }

                worths.AddRange(Means(plan, explained, mixtures, some));
            }

            return [.. worths];
        }

        var result = players <= ExactUpTo && IsQuick(1 << players, atOnce, budget, Worth)
            ? ShapleyValues.Exact(players, coalitions => Worth(coalitions, 3 * budget))
            : ShapleyValues.Sampled(players, Pairs, background.Seed, coalitions => Worth(coalitions, 3 * budget), () => clock.Elapsed < budget);
        var contributions = background.Columns.Select((column, i) => new ColumnContribution(column.InputName, result.Values[i], result.StandardErrors?[i]));
        return new(explained.Name, explained.Class, explained.Unit, result.None, result.Everyone, [.. contributions], background.Count, result.Orders);
    }

    // How long a batch takes tells how long all take. The first time warms up.
    private bool IsQuick(int coalitions, int atOnce, TimeSpan budget, Func<IReadOnlyList<bool[]>, TimeSpan, double[]> worth)
    {
        bool[][] some = [.. Enumerable.Repeat(new bool[background.Columns.Length], Math.Min(atOnce, coalitions))];
        worth(some[..1], budget);
        var clock = Stopwatch.StartNew();
        worth(some, budget);
        return clock.Elapsed * coalitions / some.Length < 2 * budget;
    }

    private double[] Means(ExecutionPlan plan, ExplainedOutput explained, BackgroundMixtures mixtures, bool[][] coalitions)
    {
        using var scope = NewDisposeScope();
        plan.Run(new InputValues(mixtures.Of(coalitions)), new ForwardContext(Training: false, coalitions.Length * background.Count));
        double[] told = [.. explained.Columns.Values(plan[explained.Columns.Head.Prediction]).Select(values => values[explained.Place])];
        return Array.TrueForAll(told, double.IsFinite) ? [.. told.Chunk(background.Count).Select(rows => rows.Average())]
            : throw new TrainingException(TrainingMessages.ExplanationNoNumber.With());
    }
}
