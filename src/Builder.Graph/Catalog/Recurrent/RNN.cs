using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Elman network: the memory is a squashed sum of input and memory.</summary>
public sealed class RNN : RecurrentKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Simple recurrent (RNN)", "简单循环层（RNN）");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Reads a sequence step by step with a simple memory. Forgets quickly: LSTM and GRU remember longer.",
        "以简单的记忆逐步读取序列。很快会遗忘，LSTM 和 GRU 记得更久。");

    /// <inheritdoc/>
    public override string Formula => @"h_t = \tanh(W_{ih} x_t + b_{ih} + W_{hh} h_{t-1} + b_{hh})";

    /// <inheritdoc/>
    public override int Gates => 1;

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.OneOf("nonlinearity", new("Activation", "激活函数"), new(
            "What squashes the memory.", "对记忆做压缩的函数。"),
            new Choice("tanh", Localized.Same("Tanh")),
            new Choice("relu", Localized.Same("ReLU"))),
    ];
}
