using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Metrics;
using static TorchSharp.torch;

namespace Builder.Training.Heads;

/// <summary>Turns prediction tensors into what they mean.</summary>
public static class HeadOutputs
{
    /// <summary>
    /// Probabilities [n, C] of a class head, the classes last and everything before them flattened; yes/no becomes two classes. Of labels [N, K] each its own.
    /// </summary>
    public static Tensor Probabilities(Head head, Tensor prediction)
    {
        var values = prediction.to(ScalarType.Float32);
        if (head.Task == TaskKind.BinaryClassification)
        {
            return Binary(head.OutputActivation, values.reshape(-1, 1));
        }

        if (head.Task == TaskKind.MultiLabel)
        {
            return Yes(head.OutputActivation, values);
        }

        var flat = ClassesLast(head, values);
        return head.OutputActivation switch
        {
            OutputActivation.Logits => flat.softmax(-1),
            OutputActivation.LogProbabilities => flat.exp(),
            _ => flat,
        };
    }

    /// <summary>[n, C]: the classes last, everything before them flattened.</summary>
    public static Tensor ClassesLast(Head head, Tensor prediction)
    {
        var others = Enumerable.Range(0, (int)prediction.dim()).Where(d => d != head.ClassDimension).Select(d => (long)d);
        var last = prediction.permute([.. others, head.ClassDimension]);
        return last.reshape(-1, last.shape[^1]);
    }

    /// <summary>All values in row order, in plain memory.</summary>
    public static float[] Floats(Tensor tensor) => tensor.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();

    private static Tensor Binary(OutputActivation reading, Tensor values)
    {
        var yes = Yes(reading, values);
        return cat([yes.neg().add(1), yes], 1);
    }

    private static Tensor Yes(OutputActivation reading, Tensor values) => reading switch
    {
        OutputActivation.Logits => values.sigmoid(),
        OutputActivation.LogProbabilities => values.exp(),
        _ => values,
    };
}
