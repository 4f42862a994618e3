using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Presets.Drawing;

namespace Builder.Graph.Presets;

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
        "一边阅读一个序列、一边写出另一个序列，如同翻译：每一步先回看已写出的内容，再查看编码器产生的记忆。");

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
