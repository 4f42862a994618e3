using Builder.Graph;
using Builder.Graph.Analysis;

namespace Builder.Training.Programs;

/// <summary>Turns a failure inside libtorch into words that name the block.</summary>
public static class NativeFailure
{
    /// <summary>The failure of one block, or of the step as a whole where <paramref name="node"/> is null.</summary>
    public static TrainingException Explain(Exception failure, FlatNode? node)
    {
        var (en, zh) = node is null ? ("The training step", "训练步骤") : ($"“{Label(node).En}”", $"“{Label(node).Zh}”");
        if (IsOutOfMemory(failure))
        {
            return new("OutOfMemory", new(
                $"{en} needs more memory than this machine has free. Choose a smaller batch size, or fewer units or channels.",
                $"{zh}需要的内存超过了本机可用内存。请减小批大小，或减少单元数或通道数。"), failure);
        }

        var first = failure.Message.Split('\n')[0];
        return new("BlockFailed", new(
            $"{en} could not be computed: {first} Check its parameters and what is connected to it.",
            $"{zh}无法计算：{first} 请检查它的参数和连接。"), failure);
    }

    /// <summary>What a node's block is called.</summary>
    public static Localized Label(FlatNode node) =>
        node.Block.Label is { Length: > 0 } label ? Localized.Same(label) : node.Kind.Title;

    private static bool IsOutOfMemory(Exception failure) =>
        failure is OutOfMemoryException
        || failure.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("can't allocate memory", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("not enough memory", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("bad_alloc", StringComparison.Ordinal);
}
