using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Presets.Drawing;
using Builder.Graph.Shapes;

namespace Builder.Graph.Presets;

/// <summary>What the layers of a Transformer have in common: PyTorch's parameters. Their blocks have the names of PyTorch's modules.</summary>
public abstract class TransformerPreset : Preset
{
    /// <inheritdoc/>
    public sealed override Family Family => Family.Attention;

    private const int MostHeads = 8;
    private const long FewestFeaturesOfHead = 8;
    private const int InnerTimes = 4;

    /// <inheritdoc/>
    public sealed override IReadOnlyDictionary<string, ParameterValue> Fitting(TensorType? arriving) =>
        arriving is { Element: ElementType.Float32, Shape: { Rank: 3 } sequence } && sequence[-1] is { IsKnown: true, Size: var features }
            ? Block.NoParameters.Add("d_model", features).Add("nhead", HeadsFor(features)).Add("dim_feedforward", Math.Min(InnerTimes * features, Parameter.MaxUnits))
            : base.Fitting(arriving);

    // As many as share the features evenly and still have something to look at each.
    private static long HeadsFor(long features) =>
        Enumerable.Range(1, MostHeads).Select(heads => (long)heads).Last(heads => heads == 1 || (features % heads == 0 && features / heads >= FewestFeaturesOfHead));

    /// <summary>What enters first and leaves.</summary>
    private protected static Localized Sequence { get; } = new("Sequence", "序列");

    /// <summary>Marks of padding.</summary>
    private protected static Localized Padding { get; } = new("Padding", "填充");

    /// <summary>Parameters of every layer; the sizes are the defaults of PyTorch's nn.Transformer.</summary>
    private protected static ImmutableArray<Parameter> Common { get; } =
    [
        Parameter.Size("d_model", 512, new("Features", "特征数"), new(
            "How many numbers describe each step. Must be as many as arrive, and a multiple of the heads.",
            "每一步用多少个数值表示。必须与输入一致，并且是头数的整数倍。")),
        Parameter.Integer("nhead", 8, new("Heads", "头数"), new(
            "How many independent looks are taken side by side.",
            "有多少个注意力头并行计算。"), 1, 1024),
        Parameter.Size("dim_feedforward", 2048, new("Inner features", "内部特征数"), new(
            "How wide the small network is that works on each step by itself. Four times the features is usual.",
            "逐步处理的小网络有多宽，通常取特征数的四倍。")),
        Parameter.Real("dropout", 0.1, new("Dropout", "随机失活"), new(
            "Share of values that is left out at random during training, so that the network does not learn by heart.",
            "训练时随机丢弃的数值比例，防止过拟合。"), 0, 1),
        Parameter.OneOf("activation", new("Activation", "激活函数"), new(
            "The bend between the two inner layers.",
            "两个内部层之间的非线性函数。"),
            new("relu", new("ReLU", "ReLU")),
            new("gelu", new("GELU", "GELU"))),
        Parameter.Switch("norm_first", false, new("Normalize first", "先归一化"), new(
            "Off as in the first Transformer. On as in GPT-2: learns more calmly where many layers follow each other.",
            "关闭时与最初的 Transformer 相同；开启时与 GPT-2 相同，层数较多时训练更平稳。")),
    ];

    /// <summary>A switch for one more input that marks padding.</summary>
    private protected static Parameter PaddingInput { get; } = Parameter.Switch(
        "key_padding_mask", false, new("Input for padding", "填充输入"), new(
            "Adds an input for a padding mask, so that the filling at the end of short texts is not looked at.",
            "增加一个填充掩码输入，让注意力忽略短文本末尾的填充部分。"));
}

/// <summary>PyTorch's nn.TransformerEncoderLayer with batch_first: [N, T, d_model] to the same shape. With causal attention a layer of a GPT.</summary>
public sealed class TransformerEncoderLayer : TransformerPreset
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Transformer encoder layer", "Transformer 编码器层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lets every step of a sequence look at the others, then thinks about each by itself. Repeat it for a deeper model; looking back only, it is a layer of a GPT.",
        "让序列的每一步关注其他各步，再逐步处理。重复使用可得到更深的模型；只看过去时就是 GPT 的一层。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        .. Common,
        Parameter.Switch("causal", false, new("Only look back", "只看过去"), new(
            "Every step sees only itself and earlier ones: needed when the next word is to be predicted.",
            "每一步只能看到自己和更早的步：预测下一个词时必须开启。")),
        PaddingInput,
    ];

    /// <inheritdoc/>
    internal override string Stem => "encoder-layer";

    /// <inheritdoc/>
    internal override void Draw(GroupDraft draft, PresetValues values)
    {
        var layer = new TransformerDraft(draft, values, draft.Input("input", Sequence));
        layer.AttendToItself("self_attn", values.Flag("causal"), values.Flag(PaddingInput.Name) ? draft.Input("key_padding_mask", Padding) : null);
        layer.FeedForward();
        draft.Output("output", Sequence, layer.Result);
    }
}

/// <summary>
/// PyTorch's nn.TransformerDecoderLayer with batch_first and a causal mask: the sequence [N, T, d_model] looks back at itself, then at a
/// memory [N, S, …] that every repetition sees alike; the result has the shape of the sequence.
/// </summary>
public sealed class TransformerDecoderLayer : TransformerPreset
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Transformer decoder layer", "Transformer 解码器层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Writes one sequence while reading another, as in translation: every step looks back at what is written so far, then at the memory that an encoder made.",
        "一边阅读一个序列、一边写出另一个序列，如同翻译：每一步先回看已写出的内容，再关注编码器产生的记忆。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.TransformerDecoderLayer.html";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [.. Common, PaddingInput];

    /// <inheritdoc/>
    internal override string Stem => "decoder-layer";

    /// <inheritdoc/>
    internal override void Draw(GroupDraft draft, PresetValues values)
    {
        // "input" stands before "memory" in the order of ports, so a repetition takes over the sequence and keeps the memory.
        var layer = new TransformerDraft(draft, values, draft.Input("input", Sequence));
        var memory = draft.Input("memory", new("Memory", "记忆"));
        layer.AttendToItself("self_attn", causal: true, padding: null);
        layer.AttendTo("multihead_attn", memory, values.Flag(PaddingInput.Name) ? draft.Input("memory_key_padding_mask", Padding) : null);
        layer.FeedForward();
        draft.Output("output", Sequence, layer.Result);
    }
}
