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
