using System.Collections.Immutable;
using System.Diagnostics;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Training.DataLoading;
using Builder.Training.Evaluation;
using Builder.Training.Sessions;

namespace Builder.Training.Importances;

/// <summary>
/// Measures permutation importance: the score of held-back samples as they are, and again and again with the values of one column, or of columns that tell nearly the same,
/// dealt out anew among them. Bounded in time: of many samples some are taken, and fewer of them, and fewer repeats, where the model is slow.
/// </summary>
public sealed class ImportanceMeasurement
{
    // An even sample of so many shows a difference of a hundredth; more would only take longer.
    private const int MostSamples = 2_000;
    private const int FewestSamples = 200;
    private const int MostRepeats = 10;
    private const int FewestRepeats = 3;

    // Of one repeat nobody knows how far chance moves it.
    private const int LeastRepeats = 2;
    private const long Seed = 1;

    private readonly TrainingSession _session;
    private readonly Evaluator _evaluator;
    private readonly FittedTransforms _fitted;
    private readonly TimeSpan _budget;

    /// <summary>Makes ready to measure.</summary>
    /// <param name="session">The model and its data.</param>
    /// <param name="evaluator">Predicts, with the thresholds that the model goes by.</param>
    /// <param name="fitted">Knows the names of the model's classes.</param>
    /// <param name="budget">How long it may take; up to twice as long where a first guess at the speed was wrong.</param>
    public ImportanceMeasurement(TrainingSession session, Evaluator evaluator, FittedTransforms fitted, TimeSpan budget) =>
        (_session, _evaluator, _fitted, _budget) = (session, evaluator, fitted, budget);

    /// <summary>
    /// Start rows of samples in the order in which they lend each other their values, for samples and the number of a repeat, from 0. The same order for every column, as in
    /// scikit-learn.
    /// </summary>
    public Func<long[], int, long[]> Shuffle { get; init; } = (samples, repeat) => SampleOrder.Shuffled(samples, Seed, repeat);

    /// <summary>True where the model is one whose columns can be told apart by how much they matter, and samples are held back from it.</summary>
    public static bool Suits(TrainingSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return HeldBack.Of(session.Data) is not null && IsJudged(session) && InputColumn.Of(session).Any(column => !IsPicture(session, column));
    }

    /// <summary>Measures.</summary>
    /// <param name="leave">Ends the work soon.</param>
    /// <exception cref="TrainingException">It cannot be measured; the reason is in plain words.</exception>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    public PermutationImportance Measure(CancellationToken leave = default)
    {
        var (heldBack, all) = HeldBack.Of(_session.Data) ?? throw new TrainingException(TrainingMessages.ImportanceNothingHeldBack.With());
        var columns = InputColumn.Of(_session);
        if (_evaluator.NewCollection() is not [var first, ..] || LeadingScore.Of(first.Head, _fitted, _evaluator.Thresholds) is not { } leading
            || !columns.Any(column => !IsPicture(_session, column)))
        {
            throw NotForThisModel();
        }

        double Score(ISampleFeed feed) => leading.Of(_evaluator.Collect(feed, leave)[0]) ?? throw NotForThisModel();
        ImmutableArray<ImmutableArray<int>> parts =
            [.. Enumerable.Range(0, columns.Length).Select(i => ImmutableArray.Create(i)), .. CorrelatedColumns.Among(_session.Data, SampleSpread.Of(all, MostSamples), columns)];
        var (samples, repeats) = Plan(all, parts.Length, Score);
        using var plain = _session.DeviceData.Feed(samples);
        var score = Score(plain);
        var rounds = Repeat(plain, samples, repeats, [.. parts.Select(part => part.SelectMany(i => columns[i].Slices).ToArray())], Score);
        if (rounds.Count < LeastRepeats)
        {
            throw new TrainingException(TrainingMessages.ImportanceTooSlow.With(("seconds", (int)(2 * _budget.TotalSeconds))));
        }

        var sign = leading.Metric.Direction == MetricDirection.Smaller ? 1 : -1;
        FeatureImportance[] measured = [.. parts.Select((part, i) => Of([.. part.Select(p => columns[p].Name)], [.. rounds.Select(round => sign * (round[i] - score))]))];
        return new()
        {
            Metric = leading.Metric.Id, Class = leading.Class, Part = heldBack, Samples = samples.LongLength, Available = all.LongLength, Repeats = rounds.Count, Score = score,
            Columns = [.. measured[..columns.Length].OrderByDescending(c => c.Mean)], Groups = [.. measured[columns.Length..].OrderByDescending(g => g.Mean)],
        };
    }

    private static bool IsJudged(TrainingSession session) =>
        session.Heads.FirstOrDefault(h => h.Target is not null && h.Task != TaskKind.LanguageModel) is { Binding: not null } head && MetricCatalog.Leading(head.Task) is not null;

    private static bool IsPicture(TrainingSession session, InputColumn column) => column.Uses.All(use => session.Data.Fitted[use].Type == ColumnType.Picture);

    private static TrainingException NotForThisModel() => new(TrainingMessages.ImportanceNotForThisModel.With());

    private static FeatureImportance Of(string[] columns, double[] drops)
    {
        var mean = drops.Average();
        return new(columns, mean, Math.Sqrt(drops.Average(drop => (drop - mean) * (drop - mean))));
    }

    // How long it takes as it is tells how long it takes shuffled. The first time warms up.
    private (long[] Samples, int Repeats) Plan(long[] all, int parts, Func<ISampleFeed, double> score)
    {
        var samples = SampleSpread.Of(all, MostSamples);
        using var feed = _session.DeviceData.Feed(samples);
        score(feed);
        var clock = Stopwatch.StartNew();
        score(feed);
        var affordable = _budget / clock.Elapsed / parts;
        return affordable >= FewestRepeats ? (samples, (int)Math.Min(affordable, MostRepeats))
            : (SampleSpread.Of(samples, Math.Max(FewestSamples, (long)(samples.Length * affordable / FewestRepeats))), FewestRepeats);
    }

    // Round by round, so that all columns have been tried equally often when the time is over.
    private List<double[]> Repeat(BatchLoader plain, long[] samples, int repeats, InputSlice[][] parts, Func<ISampleFeed, double> score)
    {
        var rounds = new List<double[]>();
        var clock = Stopwatch.StartNew();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var (others, round) = (Shuffle(samples, repeat), new double[parts.Length]);
            for (var i = 0; i < parts.Length; i++)
            {
                if (clock.Elapsed > 2 * _budget)
                {
                    return rounds;
                }

                using var feed = new ShuffledColumns(_session.DeviceData, plain, others, parts[i]);
                round[i] = score(feed);
            }

            rounds.Add(round);
        }

        return rounds;
    }
}
