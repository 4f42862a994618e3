using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Multi-head attention. https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html</summary>
public sealed class MultiheadAttention : Layer
{
    private readonly long _heads;
    private readonly bool _causal;
    private readonly double _dropout;
    private readonly AttentionProjection _projection;
    private readonly Tensor _outWeight;
    private readonly Tensor? _outBias;

    /// <summary>Weights under PyTorch's names: in_proj_weight (or one each for query, key and value), in_proj_bias, out_proj.*.</summary>
    public MultiheadAttention(LayerContext context)
    {
        var block = context.Block;
        var embed = block.Input.Shape[-1].Size;
        (_heads, _causal, _dropout) = (block.Int("num_heads"), block.Flag("causal"), block.Real("dropout"));
        _projection = new(context, embed, Weight);
        _outWeight = Weight("out_proj.weight", Initialization.FanIn(context, embed, embed, embed));
        _outBias = block.Flag("bias") ? Weight("out_proj.bias", Initialization.Zeros(context, embed)) : null;
    }

    /// <inheritdoc/>
    public override Tensor[] Forward(Tensor?[] inputs, Pass pass)
    {
        var (query, key, value) = _projection.Apply(inputs[0]!, inputs[1], inputs[2]);
        var mask = AttentionMask.Of(inputs[3], query, _causal);
        var attended = nn.functional.scaled_dot_product_attention(
            Split(query), Split(key), Split(value), mask, pass.Training ? _dropout : 0, is_casual: _causal && mask is null);
        var joined = attended.transpose(1, 2).reshape(query.shape);
        return [nn.functional.linear(joined, _outWeight, _outBias)];
    }

    /// <summary>[N, T, E] to [N, heads, T, E / heads].</summary>
    private Tensor Split(Tensor sequence) =>
        sequence.view(sequence.size(0), sequence.size(1), _heads, sequence.size(2) / _heads).transpose(1, 2);
}
