using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>
/// 1 − cos for pairs that belong together, max(0, cos − margin) for others. Targets above 0 mean together; without targets all do.
/// https://pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html
/// </summary>
/// <param name="context">The block and where it computes.</param>
public sealed class CosineEmbeddingLoss(LayerContext context) : Layer
{
    private readonly double _margin = context.Block.Real("margin");
    private readonly nn.Reduction _reduction = context.Block.Text("reduction") == "mean" ? nn.Reduction.Mean : nn.Reduction.Sum;

    /// <inheritdoc/>
    public override Tensor[] Forward(Tensor?[] inputs, Pass pass)
    {
        var (input, other) = (inputs[0]!.flatten(1), inputs[1]!.flatten(1));
        return [nn.functional.cosine_embedding_loss(input, other, Signs(inputs[2], input), _margin, _reduction)];
    }

    private static Tensor Signs(Tensor? target, Tensor input) => target is null
        ? ones([input.size(0)], dtype: input.dtype, device: input.device)
        : target.reshape(-1).gt(0).to_type(input.dtype) * 2 - 1;
}
