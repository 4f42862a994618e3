using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Over groups of channels. https://pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html</summary>
public sealed class GroupNorm : UnaryLayer
{
    private readonly long _groups;
    private readonly double _eps;
    private readonly Tensor? _weight;
    private readonly Tensor? _bias;

    /// <summary>Weight (one) and bias (zero), each [channels], where they are switched on.</summary>
    public GroupNorm(LayerContext context)
    {
        var (block, channels) = (context.Block, context.Block.Input.Shape[1].Size);
        (_groups, _eps) = (block.Int("num_groups"), block.Real("eps"));
        if (block.Flag("affine"))
        {
            _weight = Weight("weight", Initialization.Ones(context, channels));
            _bias = Weight("bias", Initialization.Zeros(context, channels));
        }
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.group_norm(input, _groups, _weight, _bias, _eps);
}
