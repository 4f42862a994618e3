using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>The three linear maps before attention: one joint weight where all inputs have the same size, as PyTorch keeps it.</summary>
internal sealed class AttentionProjection
{
    private readonly long _embed;
    private readonly Tensor? _joint;
    private readonly Tensor[] _separate;
    private readonly Tensor? _bias;

    /// <summary>Xavier-uniform weights and zero biases, registered with <paramref name="register"/>.</summary>
    public AttentionProjection(LayerContext context, long embed, Func<string, Tensor, Tensor> register)
    {
        var key = context.Block.At("key")?.Shape[-1].Size ?? embed;
        var value = context.Block.At("value")?.Shape[-1].Size ?? key;
        _embed = embed;
        if (key == embed && value == embed)
        {
            _joint = register("in_proj_weight", Xavier(context, 3 * embed, embed));
            _separate = [];
        }
        else
        {
            _separate =
            [
                register("q_proj_weight", Xavier(context, embed, embed)),
                register("k_proj_weight", Xavier(context, embed, key)),
                register("v_proj_weight", Xavier(context, embed, value)),
            ];
        }

        _bias = context.Block.Flag("bias") ? register("in_proj_bias", Initialization.Zeros(context, 3 * embed)) : null;
    }

    /// <summary>Query [N, T, E], key and value [N, S, E]. An open key is the query itself, an open value the key.</summary>
    public (Tensor Query, Tensor Key, Tensor Value) Apply(Tensor query, Tensor? key, Tensor? value)
    {
        if (_joint is not null && key is null && value is null)
        {
            var parts = nn.functional.linear(query, _joint, _bias).chunk(3, -1);
            return (parts[0], parts[1], parts[2]);
        }

        var source = key ?? query;
        return (Map(query, 0), Map(source, 1), Map(value ?? source, 2));
    }

    private Tensor Map(Tensor sequence, int part)
    {
        var weight = _joint is null ? _separate[part] : _joint.narrow(0, part * _embed, _embed);
        return nn.functional.linear(sequence, weight, _bias?.narrow(0, part * _embed, _embed));
    }

    private static Tensor Xavier(LayerContext context, long rows, long columns)
    {
        var bound = Math.Sqrt(6.0 / (rows + columns));
        return Initialization.Uniform(context, -bound, bound, rows, columns);
    }
}

/// <summary>What is added to attention scores so that padding, and with it the future, is not looked at.</summary>
internal static class AttentionMask
{
    /// <summary>
    /// Added to a score, this makes its weight exactly 0. It is finite, so that a sequence of nothing but padding gives plain averages and
    /// not NaN as with minus infinity.
    /// </summary>
    private const double Hidden = -1e9;

    /// <summary>
    /// A mask for [N, heads, T, S]; null without padding, where causal attention needs none. <paramref name="padding"/> [N, S] has 1 where a
    /// step is padding.
    /// </summary>
    public static Tensor? Of(Tensor? padding, Tensor query, bool causal)
    {
        if (padding is null)
        {
            return null;
        }

        var steps = padding.to_type(query.dtype).unsqueeze(1).unsqueeze(1) * Hidden;
        return causal ? steps + full([query.size(1), padding.size(1)], Hidden, query.dtype, query.device).triu(1) : steps;
    }
}

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
    public override Tensor[] Forward(Tensor?[] inputs, ForwardContext pass)
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

/// <summary>1 where a token is padding, 0 elsewhere: [N, T] to [N, T].</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class PaddingMask(LayerContext context) : UnaryLayer
{
    private readonly long _padding = context.Block.Int("padding_idx");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.eq(_padding).to_type(context.DType);
}
