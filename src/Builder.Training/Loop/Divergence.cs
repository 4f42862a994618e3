using System.Globalization;
using Builder.Graph.Analysis;
using Builder.Protocol;
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
        return new TrainingException(RunFaults.LossNotFinite, new(
            $"Training stopped in epoch {epoch}, step {step}: “{name.En}” ({culprit.Path}) produced a value that is not a number. "
            + "A smaller learning rate, gradient clipping, or standardised inputs usually help.",
            $"训练在第 {epoch} 轮第 {step} 步停止：“{name.Zh}”（{culprit.Path}）产生了非数值结果。"
            + "通常可以减小学习率、启用梯度裁剪，或对输入做标准化。"));
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
        return new TrainingException(RunFaults.LossExploded, new(
            $"Training stopped after epoch {epoch}: the loss of “{name.En}” ({objective.Name}) grows instead of shrinking, from {from} at the start to {to}. "
            + $"The learning rate of {rate} is most likely too large, so that every step overshoots; a tenth of it usually helps.",
            $"训练在第 {epoch} 轮之后停止：“{name.Zh}”（{objective.Name}）的损失不降反升，从开始时的 {from} 涨到了 {to}。"
            + $"很可能是学习率 {rate} 太大，每一步都走过了头；通常减小到十分之一就好。"));
    }

    private static string Short(double value) =>
        value.ToString(Math.Abs(value) is >= 1e5 or (> 0 and < 1e-3) ? "0.###e0" : "0.####", CultureInfo.InvariantCulture);

    /// <summary>Losses that were read at the end of an epoch turned out not to be finite.</summary>
    public static TrainingException AtEndOfEpoch(Objective objective, long epoch)
    {
        var name = NativeFailure.Label(objective.Node);
        return new TrainingException(RunFaults.LossNotFinite, new(
            $"Training stopped at the end of epoch {epoch}: the loss of “{name.En}” ({objective.Name}) is not a number any more. "
            + "A smaller learning rate, gradient clipping, or standardised inputs usually help.",
            $"训练在第 {epoch} 轮结束时停止：“{name.Zh}”（{objective.Name}）的损失已不是有效数值。"
            + "通常可以减小学习率、启用梯度裁剪，或对输入做标准化。"));
    }
}
