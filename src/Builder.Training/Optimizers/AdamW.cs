using Builder.Graph.Catalog;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Optimizers;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2017, https://arxiv.org/abs/1711.05101).
/// https://pytorch.org/docs/stable/generated/torch.optim.AdamW.html
/// </summary>
public sealed class AdamW(IReadOnlyList<NamedTensor> parameters, BlockInstance options) : Adam(parameters, options)
{
    /// <inheritdoc/>
    protected override Tensor Direction(Tensor parameter, Tensor gradient)
    {
        parameter.mul_(1 - (LearningRate * WeightDecay));
        return gradient;
    }
}
