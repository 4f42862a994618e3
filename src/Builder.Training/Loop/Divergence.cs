using Builder.Graph.Analysis;
using Builder.Training.Layers;
using Builder.Training.Programs;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Loop;

/// <summary>Finds the block where numbers stop being numbers.</summary>
public static class Divergence
{
    /// <summary>Runs the batch once more and names the first block whose weights or output are not finite.</summary>
    public static TrainingException Explain(Objective objective, TrainingProgram program, IFeed feed, long batchSize, long epoch, long step)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        objective.Plan.Run(feed, new Pass(Training: true, batchSize));
        var culprit = objective.Plan.Nodes.FirstOrDefault(node => IsBroken(node, objective.Plan, program)) ?? objective.Node;
        var name = NativeFailure.Label(culprit);
        return new TrainingException("LossNotFinite", new(
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

    /// <summary>Losses that were read at the end of an epoch turned out not to be finite.</summary>
    public static TrainingException AtEndOfEpoch(Objective objective, long epoch)
    {
        var name = NativeFailure.Label(objective.Node);
        return new TrainingException("LossNotFinite", new(
            $"Training stopped at the end of epoch {epoch}: the loss of “{name.En}” ({objective.Name}) is not a number any more. "
            + "A smaller learning rate, gradient clipping, or standardised inputs usually help.",
            $"训练在第 {epoch} 轮结束时停止：“{name.Zh}”（{objective.Name}）的损失已不是有效数值。"
            + "通常可以减小学习率、启用梯度裁剪，或对输入做标准化。"));
    }
}
