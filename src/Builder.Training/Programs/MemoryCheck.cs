using Builder.Graph.Analysis;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Programs;

/// <summary>
/// Refuses a model whose weights cannot fit before anything is allocated: Linux lets a process reserve more than there is and then ends it
/// without a word.
/// </summary>
public static class MemoryCheck
{
    // A weight, its gradient and the two moments of Adam: what training with the usual optimizer holds of every weight.
    private const int CopiesOfEachWeight = 4;

    /// <exception cref="TrainingException">The weights, their gradients and the optimizer's memory would not fit.</exception>
    public static void Weights(FlatGraph graph, Device device)
    {
        var values = graph.Nodes.Where(n => n.Path == n.WeightsPath).SelectMany(n => n.Weights).Sum(w => (double)w.Count);
        var needed = values * sizeof(float) * CopiesOfEachWeight;
        var free = (double)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (device.type == DeviceType.CPU && needed > free)
        {
            throw new TrainingException("ModelTooLarge", new(
                $"The model has {values:N0} weights and needs about {needed / 1e9:N0} GB to train, but this machine has {free / 1e9:N0} GB. "
                + "Use fewer units or channels in its largest layers.",
                $"模型有 {values:N0} 个权重，训练约需 {needed / 1e9:N0} GB 内存，而本机只有 {free / 1e9:N0} GB。请减少最大几层的单元数或通道数。"));
        }
    }
}
