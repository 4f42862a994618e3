using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Presets.Drawing;

namespace Builder.Graph.Presets;

/// <summary>PyTorch's nn.TransformerEncoderLayer with batch_first: [N, T, d_model] to the same shape. With causal attention a layer of a GPT.</summary>
public sealed class TransformerEncoderLayer : TransformerPreset
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Transformer encoder layer", "Transformer 编码器层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lets every step of a sequence look at the others, then thinks about each by itself. Repeat it for a deeper model; looking back only, it is a layer of a GPT.",
        "让序列的每一步查看其他各步，再逐步处理。重复使用可得到更深的模型；只看过去时就是 GPT 的一层。");

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
