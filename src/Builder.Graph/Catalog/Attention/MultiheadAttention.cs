using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Multi-head attention (Vaswani et al. 2017): query [N, T, E], key and value [N, S, …] to [N, T, E].</summary>
public sealed class MultiheadAttention : ModuleKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Attention", "注意力");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lets every step of a sequence look at all others and take from them what matters to it. Linked to one sequence only, it looks at itself.",
        "让序列的每一步都能查看其他所有步，取出对自己重要的内容。只连接一个序列时，它查看自身。");

    /// <inheritdoc/>
    public override string Formula => @"\mathrm{softmax}\!\left(\frac{Q K^{\top}}{\sqrt{d}}\right) V";

    /// <inheritdoc/>
    public override Family Family => Family.Attention;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } =
    [
        new("query", new("Sequence that asks", "提问的序列")),
        new("key", new("Sequence that is looked at", "被查看的序列"), Optional: true),
        new("value", new("What is taken from it", "从中取得的内容"), Optional: true),
        new("key_padding_mask", new("Padding to be ignored", "要忽略的填充"), Optional: true),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("num_heads", ParameterType.Integer, 4, new("Heads", "头数"), new(
            "How many independent looks are taken side by side. Must divide the number of features.", "并排进行多少次独立的查看。必须能整除特征数。"), 1, 1024),
        Parameter.Switch("causal", false, new("Only look back", "只看过去"), new(
            "Every step sees only itself and earlier ones: needed when the next word is to be predicted.", "每一步只能看到自己和更早的步：预测下一个词时必须开启。")),
        Parameter.Real("dropout", 0, new("Dropout", "随机失活"), new(
            "Share of looks that is left out during training.", "训练时随机丢弃的查看比例。"), 0, 1),
        Parameter.Switch("bias", true, new("Bias", "偏置"), new("Adds learned constants.", "加上可学习的常数。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var (query, key, value) = AttentionPorts.Of(block);
        if (AttentionPorts.Check(block) is { } problem)
        {
            return problem;
        }

        var embed = query.Shape[-1].Size;
        var bias = block.Flag("bias");
        return ShapeResult.Of(query, [
            .. InProjection(embed, key.Shape[-1].Size, value.Shape[-1].Size),
            .. bias ? [WeightSpec.Of("in_proj_bias", 3 * embed)] : Array.Empty<WeightSpec>(),
            WeightSpec.Of("out_proj.weight", embed, embed),
            .. bias ? [WeightSpec.Of("out_proj.bias", embed)] : Array.Empty<WeightSpec>()]);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block)
    {
        var (query, key, value) = AttentionPorts.Of(block);
        var (embed, keys, values) = (query.Shape[-1].ToString(), key.Shape[-1].ToString(), value.Shape[-1].ToString());
        return PyTorchLine.Of(Id, [new PyTorchLine.Verbatim(embed), block.Value("num_heads")], [
            .. PyTorchLine.Changed(block, "dropout", "bias"),
            ("kdim", keys == embed ? null : new PyTorchLine.Verbatim(keys)),
            ("vdim", values == embed ? null : new PyTorchLine.Verbatim(values)),
            ("batch_first", true)]);
    }

    /// <summary>PyTorch keeps one weight for all three where the sizes agree, and three otherwise.</summary>
    private static ImmutableArray<WeightSpec> InProjection(long embed, long keys, long values) => keys == embed && values == embed
        ? [WeightSpec.Of("in_proj_weight", 3 * embed, embed)]
        : [
            WeightSpec.Of("q_proj_weight", embed, embed),
            WeightSpec.Of("k_proj_weight", embed, keys),
            WeightSpec.Of("v_proj_weight", embed, values),
        ];
}
