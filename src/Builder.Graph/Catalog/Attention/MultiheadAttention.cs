using System.Collections.Immutable;
using System.Globalization;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>What arrives at the ports of an attention block, and whether it goes together.</summary>
internal static class AttentionPorts
{
    private static readonly MessageTemplate PlainValuesAt = new(
        "problem-plain-values-at",
        "plain values at “{port}”",
        "“{port}”处为普通数值");

    private static readonly MessageTemplate StepsMismatch = new(
        "StepsMismatch",
        "key and value must have the same number of steps, but have {key} and {value}.",
        "键和值的步数必须相同，现在分别是 {key} 和 {value}。");

    private static readonly MessageTemplate CausalNeedsSameSteps = new(
        "CausalNeedsSameSteps",
        "looking back only has a meaning within one sequence, but there are {query} and {key} steps.",
        "“只看过去”只在同一序列内才有意义，但现在步数是 {query} 和 {key}。");

    private static readonly MessageTemplate LookAtAllSteps = new("fix-look-at-all-steps", "Look at all steps", "关注所有步");

    private static readonly MessageTemplate MakeMaskFromTokens = new(
        "fix-make-mask-from-tokens",
        "Make a mask from the tokens",
        "由词元生成掩码");

    private static readonly MessageTemplate WrongMask = new(
        "WrongMask",
        "the mask must have one value per step, {slice}, but is {mask}.",
        "掩码必须为每一步给出一个数值 {slice}，但现在是{mask}。");

    private static readonly MessageTemplate HeadsMismatch = new(
        "HeadsMismatch",
        "{embed} features cannot be shared among {heads} heads.",
        "{embed} 个特征无法平均分给 {heads} 个头。");

    private static readonly MessageTemplate UseHeads = new("fix-use-heads", "Use {text} heads", "使用 {text} 个头");

    /// <summary>Query, key and value: an open key is the query itself, an open value the key.</summary>
    public static (TensorType Query, TensorType Key, TensorType Value) Of(BlockInstance block)
    {
        var key = block.At("key") ?? block.Input;
        return (block.Input, key, block.At("value") ?? key);
    }

    /// <summary>What is wrong; null where all fits.</summary>
    public static Problem? Check(BlockInstance block)
    {
        var (query, key, value) = Of(block);
        return CheckSequence(block, "query", query) ?? CheckSequence(block, "key", key) ?? CheckSequence(block, "value", value)
            ?? CheckLengths(block, query, key, value) ?? CheckMask(block, key) ?? CheckHeads(block, query.Shape[-1].Size);
    }

    private static Problem? CheckSequence(BlockInstance block, string port, TensorType type) =>
        type.Element == ElementType.Int64 ? TokensArrive(block, block.Kind.Inputs[block.Kind.InputIndex(port)], type)
        : type.Shape.Rank != 3 ? CommonProblems.WrongRank(block, type, ProblemWords.Sequence.With())
        : type.Shape[-1].IsKnown ? null
        : CommonProblems.UnknownSize(block, type.Shape[-1]);

    private static Problem TokensArrive(BlockInstance block, Port port, TensorType type) => CommonProblems.WrongElement(
        block, type, PlainValuesAt.With(("port", block.Kind.TitleOf(port))),
        CommonProblems.Insert(block, port.Name, "Embedding", ProblemWords.InsertEmbeddingBeforeIt.With()));

    private static Problem? CheckLengths(BlockInstance block, TensorType query, TensorType key, TensorType value)
    {
        if (key.Shape[1] != value.Shape[1])
        {
            return CommonProblems.Mismatch(block, StepsMismatch.With(("key", key.Shape[1]), ("value", value.Shape[1])));
        }

        return !block.Flag("causal") || query.Shape[1] == key.Shape[1] ? null : CommonProblems.Mismatch(
            block,
            CausalNeedsSameSteps.With(("query", query.Shape[1]), ("key", key.Shape[1])),
            CommonProblems.Set(block, "causal", false, LookAtAllSteps.With()));
    }

    private static Problem? CheckMask(BlockInstance block, TensorType key)
    {
        if (block.At("key_padding_mask") is not { } mask || (mask.Element != ElementType.Int64 && mask.Shape.Equals(key.Shape.Slice(0, 2))))
        {
            return null;
        }

        var fix = mask.Element == ElementType.Int64 && mask.Shape.Equals(key.Shape.Slice(0, 2))
            ? CommonProblems.Insert(block, "key_padding_mask", "PaddingMask", MakeMaskFromTokens.With())
            : null;
        return CommonProblems.Mismatch(block, WrongMask.With(("slice", key.Shape.Slice(0, 2)), ("mask", TypeWords.Describe(mask))), fix);
    }

    private static Problem? CheckHeads(BlockInstance block, long embed)
    {
        var heads = block.Int("num_heads");
        if (embed % heads == 0)
        {
            return null;
        }

        var fitting = heads;
        while (embed % fitting != 0)
        {
            fitting--;
        }

        var text = fitting.ToString(CultureInfo.InvariantCulture);
        return CommonProblems.Mismatch(block, HeadsMismatch.With(("embed", embed), ("heads", heads)),
            CommonProblems.Set(block, "num_heads", fitting, UseHeads.With(("text", text))));
    }
}

/// <summary>Multi-head attention (Vaswani et al. 2017): query [N, T, E], key and value [N, S, …] to [N, T, E].</summary>
public sealed class MultiheadAttention : ModuleKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Attention", "注意力");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lets every step of a sequence look at all others and take from them what matters to it. Linked to one sequence only, it looks at itself.",
        "让序列的每一步都能关注其他所有步，从中取出对自己重要的内容。只连接一个序列时就是自注意力。");

    /// <inheritdoc/>
    public override string Formula => @"\mathrm{softmax}\!\left(\frac{Q K^{\top}}{\sqrt{d}}\right) V";

    /// <inheritdoc/>
    public override Family Family => Family.Attention;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } =
    [
        new("query", new("Sequence that asks", "查询序列")),
        new("key", new("Sequence that is looked at", "键序列"), Optional: true),
        new("value", new("What is taken from it", "值序列"), Optional: true),
        new("key_padding_mask", new("Padding to be ignored", "要忽略的填充"), Optional: true),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("num_heads", ParameterType.Integer, 4, new("Heads", "头数"), new(
            "How many independent looks are taken side by side. Must divide the number of features.", "有多少个注意力头并行计算。特征数必须是它的整数倍。"), 1, 1024),
        Parameter.Switch("causal", false, new("Only look back", "只看过去"), new(
            "Every step sees only itself and earlier ones: needed when the next word is to be predicted.", "每一步只能看到自己和更早的步：预测下一个词时必须开启。")),
        Parameter.Real("dropout", 0, new("Dropout", "随机失活"), new(
            "Share of looks that is left out during training.", "训练时随机丢弃的注意力比例。"), 0, 1),
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

/// <summary>Marks padding: tokens [N, T] to 1 where a token is padding and 0 elsewhere.</summary>
public sealed class PaddingMask : BlockKind
{
    private static readonly MessageTemplate TokenSequence = new(
        "problem-token-sequence",
        "token numbers [N, steps]",
        "词元编号 [N, 步数]");

    /// <inheritdoc/>
    public override Family Family => Family.Attention;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Padding mask", "填充掩码");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Marks the filling at the end of short texts, so that attention does not look at it.",
        "标出短文本末尾的填充部分，让注意力忽略它们。");

    /// <inheritdoc/>
    public override string Formula => @"m_t = [\,x_t = p\,]";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("padding_idx", ParameterType.Integer, 0, new("Padding number", "填充编号"), new(
            "The token number that means padding.", "表示填充的词元编号。"), 0, Parameter.MaxUnits),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        var input = block.Input;
        return input.Element != ElementType.Int64 ? CommonProblems.WrongElement(block, ProblemWords.TokenNumbers.With())
            : input.Shape.Rank != 2 ? CommonProblems.WrongRank(block, TokenSequence.With())
            : new TensorType(input.Shape);
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => $"input == {PyTorchLine.Literal(block.Value("padding_idx"))}";
}
