using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Refuses models that no machine could hold. How large a model one machine can train is known only where it trains; what is far beyond any is
/// said while it is drawn.
/// </summary>
internal static class SizeRules
{
    /// <summary>Weights that are refused: to train so many takes at least 1,600 GB.</summary>
    private const long MostWeights = 100_000_000_000;

    /// <summary>Bytes that training takes for each weight: itself, its gradient, and the optimizer's two averages.</summary>
    private const long BytesEach = 16;

    private static readonly MessageTemplate TooManyWeights = new(
        "TooManyWeights",
        "The model has {values:N0} weights and would need {needed:N0} GB of memory to train: no computer has that much. “{block}” has most of them; use fewer units or channels there.",
        "模型有 {values:N0} 个权重，训练需要 {needed:N0} GB 内存，没有计算机有这么大的内存。其中最多的在“{block}”中，请减少它的单元数或通道数。");

    /// <summary>Reports a model that is far too large on the block that makes it so.</summary>
    public static void Check(Summaries summaries, ProblemList problems)
    {
        if (summaries.Total > MostWeights && summaries.Largest is { } block)
        {
            problems.Add(new Problem(block.Id, TooManyWeights.With(
                ("values", summaries.Total), ("needed", summaries.Total / 1_000_000_000 * BytesEach), ("block", BlockNames.Name(block)))));
        }
    }
}
