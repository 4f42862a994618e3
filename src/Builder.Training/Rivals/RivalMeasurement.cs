using System.Runtime.InteropServices;
using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Training.Evaluation;
using Builder.Training.Heads;
using Builder.Training.Importances;
using Builder.Training.Rivals.Methods;
using Builder.Training.Runs;
using Builder.Training.Sessions;
using static TorchSharp.torch;

namespace Builder.Training.Rivals;

/// <summary>
/// Lets simple methods learn from the rows that a network has learned from, and compares them with it on the samples that were held back. Bounded: of very many rows some are taken, spread
/// evenly, and a method that takes too long is left out.
/// </summary>
public sealed class RivalMeasurement
{
    private const int MostTraining = 20_000;
    private const int FewestTraining = 500;
    private const int MostCompared = 10_000;

    // Numbers of all training samples together: 100 MB.
    private const long MostNumbers = 24_000_000;

    // Smaller parts say nothing about a threshold, larger ones no more.
    private const int MostForThresholds = 10_000;

    // What losses call the weights of classes and labels.
    private static readonly string[] s_weights = ["weight", "pos_weight"];

    private readonly TrainingSession _session;
    private readonly Evaluator _evaluator;
    private readonly FittedTransforms _fitted;
    private readonly TimeSpan _longest;

    /// <summary>Makes ready to compare.</summary>
    /// <param name="session">The model and its data.</param>
    /// <param name="evaluator">Predicts, with the thresholds that the model goes by.</param>
    /// <param name="fitted">Knows the names of the model's classes.</param>
    /// <param name="longest">How long each method may take; it is then left out.</param>
    public RivalMeasurement(TrainingSession session, Evaluator evaluator, FittedTransforms fitted, TimeSpan longest) =>
        (_session, _evaluator, _fitted, _longest) = (session, evaluator, fitted, longest);

    /// <summary>True where there are simple methods for what a model predicts, and samples are held back from it.</summary>
    public static bool Suits(TrainingSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return HeldBack.Of(session.Data) is not null && session.Heads.FirstOrDefault(h => h.Target is not null && h.Task != TaskKind.LanguageModel) is { Binding: not null } head
            && MetricCatalog.Leading(head.Task) is not null;
    }

    /// <summary>Compares, on the calling thread alone.</summary>
    /// <param name="leave">Ends the work soon.</param>
    /// <exception cref="TrainingException">Nothing can be compared; the reason is in plain words.</exception>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    public RivalComparison Measure(CancellationToken leave = default)
    {
        var threads = get_num_threads();
        set_num_threads(1);
        try
        {
            return Compare(leave);
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    private RivalComparison Compare(CancellationToken leave)
    {
        var (part, all) = HeldBack.Of(_session.Data) ?? throw new TrainingException(RivalMessages.NothingHeldBack.With());
        if (!Suits(_session))
        {
            throw NotForThisModel();
        }

        var compared = SampleSpread.Of(all, MostCompared);
        var network = Collect(compared, leave);
        var leading = LeadingScore.Of(network.Head, _fitted, _evaluator.Thresholds);
        if (leading?.Of(network) is not { } score)
        {
            throw NotForThisModel();
        }

        var decision = HeadDecision.Of(network.Head, _fitted, _evaluator.Thresholds);
        var rare = decision.Binary?.Class;
        var own = CaseTally.Of(network, decision, rare);
        var reader = new RivalReader(_session, network.Head, network.Width);
        var training = SampleSpread.Of(_session.Data.Train, Math.Clamp(MostNumbers / Math.Max(1, reader.Width), FewestTraining, MostTraining));
        var rows = new Parts(reader.Read(training, leave), reader.Read(compared, leave), OfThresholds(network.Head, reader, leave));
        List<(RivalKind Kind, IRival Rival, CaseTally Tally)> rivals = [];
        List<RivalLeftOut> leftOut = [];
        foreach (var kind in RivalCatalog.All.Where(kind => kind.Suits(reader.Problem)))
        {
            if (Try(kind, reader.Problem, rows, leave, out var reason) is { } rival)
            {
                rivals.Add((kind, rival.Rival, CaseTally.Of(network.Instead(rival.Said), Decision(network, rival, rows), rare)));
            }
            else
            {
                leftOut.Add(new(kind.Name, reason));
            }
        }

        var sign = leading.Metric.Direction == MetricDirection.Smaller ? -1 : 1;
        var ranges = PairedBootstrap.Differences(own, [.. rivals.Select(r => r.Tally)], leave: leave);
        var results = rivals.Select((r, i) => new RivalResult(
            r.Kind.Name, r.Tally.Score, sign > 0 ? ranges[i].Low : -ranges[i].High, sign > 0 ? ranges[i].High : -ranges[i].Low, own.DifferentFrom(r.Tally), r.Rival.Learned)
        {
            ReadsPart = r.Kind.ReadsPartOf(reader.Problem), Season = (r.Rival as NaiveForecast)?.Season,
        });
        return new()
        {
            Head = network.Head.Name, Others = [.. _session.Heads.Where(h => h.Target is not null && h.Name != network.Head.Name).Select(h => h.Name)],
            Metric = leading.Metric.Id, Class = leading.Class, Part = part, Samples = compared.LongLength, Available = all.LongLength, Training = _session.Data.Train.LongLength,
            HasClassWeights = _session.Analysis.Graph.Nodes.Any(HasWeights),
            HasThresholds = _evaluator.Thresholds.Of(network.Head.Name) is not null, Score = score,
            Rivals = [.. results.OrderByDescending(r => sign * r.Score)], LeftOut = leftOut,
        };
    }

    private static bool HasWeights(FlatNode node) => node is { Kind.Role: Role.Loss, Instance: { } block }
        && s_weights.Any(name => node.Kind.FindParameter(name) is not null && block.Reals(name).Length > 0);

    private CollectedSamples Collect(long[] starts, CancellationToken leave)
    {
        using var feed = _session.DeviceData.Feed(starts);
        return _evaluator.Collect(feed, leave)[0];
    }

    // Where the network goes by thresholds of its own, each method gets its own in the same way.
    private (RivalRows Rows, CollectedSamples Network)? OfThresholds(Head head, RivalReader reader, CancellationToken leave)
    {
        if (_evaluator.Thresholds.Of(head.Name) is null || _session.Data.Validation.Length == 0)
        {
            return null;
        }

        var starts = SampleSpread.Of(_session.Data.Validation, MostForThresholds);
        return (reader.Read(starts, leave), Collect(starts, leave));
    }

    private HeadDecision Decision(CollectedSamples network, Learned rival, Parts rows) => HeadDecision.Of(
        network.Head, _fitted, rows.Validation is { } validation ? ThresholdChoice.Of([validation.Network.Instead(rival.OnValidation)], _fitted) : DecisionThresholds.Usual);

    private Learned? Try(RivalKind kind, RivalProblem problem, Parts rows, CancellationToken leave, out Message reason)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(leave);
        time.CancelAfter(_longest);
        try
        {
            reason = RivalMessages.NoSeason.With();
            return kind.Fit(problem, rows.Training, time.Token) is { } rival ? Predict(rival, rows, time.Token, out reason) : null;
        }
        catch (OperationCanceledException) when (!leave.IsCancellationRequested)
        {
            reason = RivalMessages.TooSlow.With(("seconds", (int)_longest.TotalSeconds));
        }
        catch (ExternalException)
        {
            // What libtorch cannot compute, such as a matrix that it cannot invert.
            reason = RivalMessages.NotComputed.With();
        }

        return null;
    }

    private static Learned? Predict(IRival rival, Parts rows, CancellationToken leave, out Message reason)
    {
        var said = rival.Predict(rows.Compared, leave);
        reason = RivalMessages.NotComputed.With();
        return Array.TrueForAll(said, double.IsFinite) ? new(rival, said, rows.Validation is { } validation ? rival.Predict(validation.Rows, leave) : []) : null;
    }

    private static TrainingException NotForThisModel() => new(RivalMessages.NotForThisModel.With());

    private sealed record Parts(RivalRows Training, RivalRows Compared, (RivalRows Rows, CollectedSamples Network)? Validation);

    private sealed record Learned(IRival Rival, double[] Said, double[] OnValidation);
}
