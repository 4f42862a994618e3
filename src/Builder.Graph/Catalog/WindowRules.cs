using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>What holds for kernels that slide over an input, in convolutions and pooling alike.</summary>
public static class WindowRules
{
    private static readonly MessageTemplate KernelTooLarge = new(
        "KernelTooLarge",
        "a kernel that reaches over {reach} does not fit into {length}{padding}; the input is {input}.",
        "覆盖 {reach} 的卷积核放不进 {length}{padding}；输入是{input}。");

    private static readonly MessageTemplate SetKernelSizeTo = new(
        "fix-set-kernel-size-to",
        "Set the kernel size to {largest}",
        "将核大小设为 {largest}");

    private static readonly MessageTemplate PaddingAtEachEnd = new(
        "problem-padding-at-each-end",
        " with {padding} of padding at each end",
        "（两端各填充 {padding}）");

    /// <summary>The kernel must find at least one place along every spatial dimension; the fix makes it smaller.</summary>
    public static Problem? CheckKernel(
        BlockInstance block, int dimensions, Func<int, SlidingWindow> window, Func<BlockInstance, int, Dim> outputLength)
    {
        var shape = block.Input.Shape;
        for (var i = 0; i < dimensions; i++)
        {
            var output = outputLength(block, i);
            if (output.IsKnown && output.Size < 1)
            {
                var largest = Enumerable.Range(0, dimensions).Where(d => shape[d + 2].IsKnown)
                    .Min(d => Math.Min(window(d).Kernel, window(d).LargestKernel(shape[d + 2].Size)));
                return TooLarge(block, window(i), shape[i + 2], largest);
            }
        }

        return null;
    }

    private static Problem TooLarge(BlockInstance block, SlidingWindow window, Dim length, long largest) =>
        CommonProblems.Mismatch(
            block,
            KernelTooLarge.With(("reach", window.Reach), ("length", length), ("padding", With(window)), ("input", TypeWords.Describe(block.Input))),
            CommonProblems.Set(block, "kernel_size", largest, SetKernelSizeTo.With(("largest", largest))));

    private static MessageArgument With(SlidingWindow window) => window.Padding == 0 ? "" : PaddingAtEachEnd.With(("padding", window.Padding));
}
