using Builder.Graph;

namespace Builder.Proposals.Networks;

/// <summary>A small GPT that learns how a running text goes on.</summary>
internal static class TextNetwork
{
    private const long FewWindows = 1_500;
    private const long MostEpochs = 20;
    private const long MostWarmUp = 100;

    /// <summary>Draws it.</summary>
    public static NetworkRationale Draw(NetworkDraft draft, ProposalContext site)
    {
        var isShort = site.Samples < FewWindows;
        var (width, heads, layers) = isShort ? (64L, 4L, 2L) : (128L, 4L, 2L);
        var tokens = site.Schema.Find(site.EncodedDataset.Target)!.Classes!.Value;
        var chain = Chain.Start(draft, "TextInput", "text", 0, [("column", site.EncodedDataset.Text!), .. site.Data])
            .Then("Embedding", "embedding", ("embedding_dim", width))
            .Then("PositionalEmbedding", "positions", ("max_length", site.Steps))
            .ThenPreset("TransformerEncoderLayer", layers,
                ("d_model", width), ("nhead", heads), ("dim_feedforward", width * 4), ("dropout", isShort ? 0.2 : 0.0),
                ("activation", "gelu"), ("norm_first", true), ("causal", true))
            .ThenFromGroup("LayerNorm", "norm")
            .Then("Linear", "prediction", ("out_features", (long)tokens));
        // Attention and the many small steps of a layer cost about as much again as its multiplications.
        var perToken = 2 * ((layers * 12.0 * width * width) + ((double)width * tokens));
        var budget = TrainingBudget.For(site.Samples, perToken * site.Steps, MostEpochs) with { Batch = isShort ? 8 : 16 };
        OutputHead.Draw(draft, chain, site, End(Math.Clamp(site.Samples / budget.Batch * budget.Epochs / 10, 1, MostWarmUp)), budget);
        return new NetworkRationale(Why(site.Steps, layers, width), budget);
    }

    private static LossSetup End(long warmUp) => new("CrossEntropyLoss", "PerplexityMetrics", 0.002)
    {
        LossParameters = [("dim", -1L)],
        Clip = 1,
        Schedule = "LinearWarmup",
        ScheduleParameters = [("total_iters", warmUp), ("start_factor", 0.01), ("decay", "cosine"), ("eta_min", 0.0001)],
    };

    private static Localized Why(long steps, long layers, long width) => new(
        $"A small GPT: {layers} Transformer layers of width {width}, which look back over {steps} characters to guess the next one. It is the architecture of the large language models, made small enough for a laptop.",
        $"一个小型 GPT：{layers} 个宽度为 {width} 的 Transformer 层，回看 {steps} 个字符来猜测下一个字符。它与大语言模型是同一种结构，只是小到可以在笔记本电脑上训练。");
}
