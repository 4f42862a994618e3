using System.Globalization;
using Builder.Graph.Analysis;
using Builder.Protocol.Messages;
using Builder.Training.Layers;
using Builder.Training.Programs;
using Builder.Training.Sessions;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Loop;

/// <summary>Recognises a training whose numbers grow without bounds, and finds the block where they stop being numbers.</summary>
public static class Divergence
{
    // An untrained network is wrong by what its first loss says. Nothing that still learns is a million times as wrong as that for a whole epoch.
    private const double MostGrowth = 1e6;

    /// <summary>Runs the batch once more and names the first block whose weights or output are not finite.</summary>
    public static TrainingException Explain(Objective objective, TrainingProgram program, IBatchSource feed, long batchSize, long epoch, long step)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        objective.Plan.Run(feed, new ForwardContext(Training: true, batchSize));
        var culprit = objective.Plan.Nodes.FirstOrDefault(node => IsBroken(node, objective.Plan, program)) ?? objective.Node;
        var name = NativeFailure.Label(culprit);
        return new TrainingException(TrainingMessages.ValueNotFinite.With(("epoch", epoch), ("step", step), ("name", name), ("path", culprit.Path)));
    }

    private static bool IsBroken(FlatNode node, ExecutionPlan plan, TrainingProgram program)
    {
        var weights = program.LayerOf(node)?.Weights.Select(w => w.Tensor) ?? [];
        var outputs = Enumerable.Range(0, node.Outputs.Length).Select(i => plan[new FlatSource(node.Index, i)]);
        return weights.Concat(outputs).Any(tensor => tensor.is_floating_point() && !tensor.isfinite().all().ToBoolean());
    }

    /// <summary>
    /// Whether a loss has grown out of all proportion to what the untrained network had, over the epoch as a whole and at its end: one wild
    /// batch, or a start that is overcome within the epoch, is none.
    /// </summary>
    public static bool HasExploded(RunningMean meter) =>
        meter.First is { } first && Math.Min(meter.Mean, meter.Last) > MostGrowth * Math.Max(1, Math.Abs(first));

    /// <summary>A loss has exploded, though it is still a number.</summary>
    public static TrainingException Exploded(Objective objective, RunningMean meter, long epoch)
    {
        var name = NativeFailure.Label(objective.Node);
        var (from, to, rate) = (Short(meter.First!.Value), Short(meter.Mean), Short(objective.Optimizer.LearningRate));
        return new TrainingException(TrainingMessages.LossExploded.With(("epoch", epoch), ("name", name), ("loss", objective.Name), ("from", from), ("to", to), ("rate", rate)));
    }

    private static string Short(double value) =>
        value.ToString(Math.Abs(value) is >= 1e5 or (> 0 and < 1e-3) ? "0.###e0" : "0.####", CultureInfo.InvariantCulture);

    /// <summary>Losses that were read at the end of an epoch turned out not to be finite.</summary>
    public static TrainingException AtEndOfEpoch(Objective objective, long epoch)
    {
        var name = NativeFailure.Label(objective.Node);
        return new TrainingException(TrainingMessages.LossNotFinite.With(("epoch", epoch), ("name", name), ("loss", objective.Name)));
    }
}
