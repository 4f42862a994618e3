using System.Collections.Immutable;
using Builder.Graph.Shapes;
using Builder.Training.Onnx;
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

    /// <summary>The three maps in an ONNX graph.</summary>
    public (string Query, string Key, string Value) ToOnnx(OnnxValue query, OnnxValue? key, OnnxValue? value, OnnxGraph graph)
    {
        var source = key ?? query;
        var biases = _bias is null ? null : graph.Split(graph.Weight("in_proj_bias", _bias), 3, 0);
        var weights = _joint is null
            ? [graph.Weight("q_proj_weight", _separate[0]), graph.Weight("k_proj_weight", _separate[1]), graph.Weight("v_proj_weight", _separate[2])]
            : graph.Split(graph.Weight("in_proj_weight", _joint), 3, 0);
        string Map(OnnxValue sequence, int part) => Linear.Apply(sequence.Name, weights[part], biases?[part], graph);
        return (Map(query, 0), Map(source, 1), Map(value ?? source, 2));
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

    /// <summary>The same in an ONNX graph; null where nothing is hidden.</summary>
    /// <param name="padding">[N, S] with 1 where a step is padding; null without padding.</param>
    /// <param name="query">[N, T, E].</param>
    /// <param name="keys">[N, S, E].</param>
    /// <param name="causal">Whether the future is hidden.</param>
    /// <param name="graph">The graph.</param>
    public static string? ToOnnx(OnnxValue? padding, string query, string keys, bool causal, OnnxGraph graph)
    {
        var steps = padding is null ? null
            : graph.Op("Mul", [graph.Op("Unsqueeze", [graph.Cast(padding.Name, OnnxElement.Float), graph.Integers(1, 2)]), graph.Float(Hidden)]);
        if (!causal)
        {
            return steps;
        }

        var all = graph.Op("Expand", [graph.Float(Hidden), graph.Op("Concat", [graph.SizeOf(query, 1), graph.SizeOf(keys, 1)], ("axis", 0L))]);
        var future = graph.Op("Trilu", [all, graph.Integer(1)], ("upper", 1L));
        return steps is null ? future : graph.Op("Add", [steps, future]);
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

    /// <inheritdoc/>
    public override string[] ToOnnx(OnnxValue?[] inputs, ImmutableArray<TensorType> outputs, OnnxGraph graph)
    {
        var (query, key, value) = _projection.ToOnnx(inputs[0]!, inputs[1], inputs[2], graph);
        var (embed, each) = (outputs[0].Shape[-1].Size, outputs[0].Shape[-1].Size / _heads);
        string Split(string sequence, params long[] order) =>
            graph.Op("Transpose", [graph.Op("Reshape", [sequence, graph.Integers(0, 0, _heads, each)])], ("perm", order));
        var scores = graph.Op("MatMul", [graph.Op("Mul", [Split(query, 0, 2, 1, 3), graph.Float(1 / Math.Sqrt(each))]), Split(key, 0, 2, 3, 1)]);
        var mask = AttentionMask.ToOnnx(inputs[3], query, key, _causal, graph);
        var shares = graph.Op("Softmax", [mask is null ? scores : graph.Op("Add", [scores, mask])], ("axis", -1L));
        var attended = graph.Op("Transpose", [graph.Op("MatMul", [shares, Split(value, 0, 2, 1, 3)])], ("perm", (long[])[0, 2, 1, 3]));
        var joined = graph.Op("Reshape", [attended, graph.Integers(0, 0, embed)]);
        return [Linear.Apply(joined, graph.Weight("out_proj.weight", _outWeight), _outBias is null ? null : graph.Weight("out_proj.bias", _outBias), graph)];
    }
}

/// <summary>1 where a token is padding, 0 elsewhere: [N, T] to [N, T].</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class PaddingMask(LayerContext context) : UnaryLayer
{
    private readonly long _padding = context.Block.Int("padding_idx");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.eq(_padding).to_type(context.DType);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Cast(graph.Op("Equal", [input.Name, graph.Integer(_padding)]), OnnxElement.Float);
}
