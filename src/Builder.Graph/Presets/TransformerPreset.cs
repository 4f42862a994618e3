using System.Collections.Immutable;
using Builder.Graph.Catalog;

namespace Builder.Graph.Presets;

/// <summary>What the layers of a Transformer have in common: PyTorch's parameters. Their blocks have the names of PyTorch's modules.</summary>
public abstract class TransformerPreset : Preset
{
    /// <inheritdoc/>
    public sealed override Family Family => Family.Attention;

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
            "并排进行多少次独立的查看。"), 1, 1024),
        Parameter.Size("dim_feedforward", 2048, new("Inner features", "内部特征数"), new(
            "How wide the small network is that works on each step by itself. Four times the features is usual.",
            "逐步处理的小网络有多宽，通常取特征数的四倍。")),
        Parameter.Real("dropout", 0.1, new("Dropout", "随机失活"), new(
            "Share of values that is left out at random during training, so that the network does not learn by heart.",
            "训练时随机丢弃的数值比例，防止网络死记硬背。"), 0, 1),
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
            "增加一个填充掩码输入，使注意力不查看短文本末尾的填充部分。"));
}
