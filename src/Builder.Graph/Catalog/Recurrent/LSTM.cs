namespace Builder.Graph.Catalog.Kinds;

/// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997).</summary>
public sealed class LSTM : RecurrentKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Long memory (LSTM)", "长短期记忆（LSTM）");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Reads a sequence step by step and learns what to remember and what to forget. Good for series and text.",
        "逐步读取序列，并学会记住什么、忘记什么。适合时间序列和文本。");

    /// <inheritdoc/>
    public override string Formula => @"c_t = f_t \odot c_{t-1} + i_t \odot g_t, \quad h_t = o_t \odot \tanh(c_t)";

    /// <inheritdoc/>
    public override int Gates => 4;
}
