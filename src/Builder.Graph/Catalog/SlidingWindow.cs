using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>
/// How many places a kernel finds along one dimension. Formulas of https://pytorch.org/docs/stable/generated/torch.nn.Conv2d.html,
/// ConvTranspose2d.html and MaxPool2d.html.
/// </summary>
/// <param name="Kernel">Size of the kernel.</param>
/// <param name="Stride">Distance between two places.</param>
/// <param name="Padding">Zeros added at each end.</param>
/// <param name="Dilation">Distance between two elements of the kernel.</param>
public readonly record struct SlidingWindow(long Kernel, long Stride, long Padding, long Dilation)
{
    /// <summary>How far the kernel reaches.</summary>
    public long Reach => (Dilation * (Kernel - 1)) + 1;

    /// <summary>Output length of a convolution or of pooling; below 1 where the kernel is larger than the padded input.</summary>
    public Dim Output(Dim length, bool ceilMode = false)
    {
        var room = length + ((2 * Padding) - Reach);
        if (!ceilMode)
        {
            return (Stride == 1 ? room : room / Stride) + 1;
        }

        var output = ((room + (Stride - 1)) / Stride) + 1;
        // The last place must start inside the input or its left padding.
        return length.IsKnown && (output.Size - 1) * Stride >= length.Size + Padding ? output - 1 : output;
    }

    /// <summary>Output length of a transposed convolution.</summary>
    public Dim TransposedOutput(Dim length, long outputPadding) => ((length - 1) * Stride) + (Reach + outputPadding - (2 * Padding));

    /// <summary>The largest kernel that still finds a place in <paramref name="length"/>.</summary>
    public long LargestKernel(long length) => ((length + (2 * Padding) - 1) / Dilation) + 1;
}
