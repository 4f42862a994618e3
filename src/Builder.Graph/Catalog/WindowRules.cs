using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>What holds for kernels that slide over an input, in convolutions and pooling alike.</summary>
public static class WindowRules
{
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
        CommonProblems.Mismatch(block, "KernelTooLarge", new(
            $"a kernel that reaches over {window.Reach} does not fit into {length}{With(window).En}; the input is {CommonProblems.Describe(block.Input).En}.",
            $"覆盖 {window.Reach} 的卷积核放不进 {length}{With(window).Zh}；输入是{CommonProblems.Describe(block.Input).Zh}。"),
            CommonProblems.Set(block, "kernel_size", largest, new($"Set the kernel size to {largest}", $"将核大小设为 {largest}")));

    private static Localized With(SlidingWindow window) => window.Padding == 0
        ? Localized.Same("")
        : new($" with {window.Padding} of padding at each end", $"（两端各填充 {window.Padding}）");
}
