using Builder.Graph.Analysis;
using Builder.Protocol.Messages;
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
            throw new TrainingException(TrainingMessages.ModelTooLarge.With(("values", values), ("needed", needed / 1e9), ("free", free / 1e9)));
        }
    }
}
