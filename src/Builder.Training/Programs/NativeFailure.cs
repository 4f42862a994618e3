using Builder.Graph.Analysis;
using Builder.Graph.Messages;
using Builder.Protocol.Messages;

namespace Builder.Training.Programs;

/// <summary>Turns a failure inside libtorch into words that name the block.</summary>
public static class NativeFailure
{
    /// <summary>The failure of one block, or of the step as a whole where <paramref name="node"/> is null.</summary>
    public static TrainingException Explain(Exception failure, FlatNode? node)
    {
        var what = node is null ? TrainingMessages.TrainingStep.With() : TrainingMessages.Block.With(("name", Label(node)));
        return IsOutOfMemory(failure)
            ? new(TrainingMessages.OutOfMemory.With(("what", what)), failure)
            : new(TrainingMessages.BlockFailed.With(("what", what), ("first", failure.Message.Split('\n')[0])), failure);
    }

    /// <summary>What a node's block is called.</summary>
    public static MessageArgument Label(FlatNode node) =>
        node.Block.Label is { Length: > 0 } label ? label : node.Kind.TitleMessage;

    private static bool IsOutOfMemory(Exception failure) =>
        failure is OutOfMemoryException
        || failure.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("can't allocate memory", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("not enough memory", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("bad_alloc", StringComparison.Ordinal);
}
