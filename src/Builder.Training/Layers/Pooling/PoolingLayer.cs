namespace Builder.Training.Layers;

/// <summary>What pooling layers with a sliding kernel share: its settings along each spatial dimension.</summary>
/// <param name="context">The block.</param>
/// <param name="dimensions">Number of spatial dimensions.</param>
public abstract class PoolingLayer(LayerContext context, int dimensions) : UnaryLayer
{
    /// <summary>Size of the kernel along each dimension.</summary>
    protected long[] Kernel { get; } = [.. context.Block.Ints("kernel_size", dimensions)];

    /// <summary>Stride along each dimension; the kernel's size where none is set.</summary>
    protected long[] Stride { get; } = [.. context.Block.Ints(context.Block.Has("stride") ? "stride" : "kernel_size", dimensions)];

    /// <summary>Padding along each dimension.</summary>
    protected long[] Padding { get; } = [.. context.Block.Ints("padding", dimensions)];

    /// <summary>Whether a patch that is only partly filled counts.</summary>
    protected bool CeilMode { get; } = context.Block.Flag("ceil_mode");
}
