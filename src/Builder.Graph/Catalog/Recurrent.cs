using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A layer that reads a sequence [N, T, F] step by step and remembers: [N, T, D·H], or the last step only, [N, D·H].</summary>
public abstract class RecurrentKind : ModuleKind
{
    private static readonly MessageTemplate LetLayerBeforeGiveEveryStep = new(
        "fix-let-layer-before-give-every-step",
        "Let the layer before give every step",
        "让前一层输出每一步");

    private static readonly MessageTemplate UselessDropoutWords = new(
        "UselessDropout",
        "dropout acts between stacked layers, so with a single layer it does nothing.",
        "dropout 只作用于堆叠的层之间，只有一层时不起作用。");

    private static readonly MessageTemplate StackTwoLayers = new("fix-stack-two-layers", "Stack two layers", "堆叠两层");

    private ImmutableArray<Parameter> _parameters;

    /// <inheritdoc/>
    public sealed override Family Family => Family.Recurrent;

    /// <inheritdoc/>
    public sealed override ImmutableArray<Parameter> Parameters => _parameters.IsDefault ? _parameters = [.. Common, .. Own] : _parameters;

    /// <summary>Parameters that only this kind has.</summary>
    protected virtual ImmutableArray<Parameter> Own => [];

    /// <summary>How many sums each hidden value needs: 1 for plain cells, more for gated ones.</summary>
    public abstract int Gates { get; }

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        var input = block.Input;
        if ((CommonProblems.ValuesExpected(block) ?? CheckShape(block)) is { } problem)
        {
            return problem;
        }

        var size = block.Int("hidden_size") * (block.Flag("bidirectional") ? 2 : 1);
        var output = new TensorType(block.Text("output") == "last" ? new Shape(input.Shape[0], size) : input.Shape.With(-1, size));
        var result = ShapeResult.Of(output, [.. Weights(block, input.Shape[-1].Size)]);
        return block.Real("dropout") > 0 && block.Int("num_layers") == 1 ? result.WithWarning(UselessDropout(block)) : result;
    }

    /// <inheritdoc/>
    public sealed override string PyTorch(BlockInstance block) => PyTorchLine.Of(
        Id, [block.Input.Shape[-1].ToString(), block.Value("hidden_size")],
        [
            .. PyTorchLine.Changed(block, "num_layers", "nonlinearity", "bias"),
            ("batch_first", true),
            .. PyTorchLine.Changed(block, "dropout", "bidirectional"),
        ]);

    private static Problem? CheckShape(BlockInstance block)
    {
        var shape = block.Input.Shape;
        return shape.Rank != 3 ? CommonProblems.WrongRank(block, ProblemWords.Sequence.With(), AsSeries(block))
            : shape[-1].IsKnown ? null
            : CommonProblems.UnknownSize(block, shape[-1]);
    }

    /// <summary>A layer before this one that gives only its last step can give all.</summary>
    private static Fix? AsSeries(BlockInstance block) => block.From("input") is { } source && BlockCatalog.Find(source.Kind) is RecurrentKind
        ? new(LetLayerBeforeGiveEveryStep.With(), new SetParameter(source.Id, "output", "all"))
        : null;

    private static Problem UselessDropout(BlockInstance block) => CommonProblems.Mismatch(block, UselessDropoutWords.With(),
        CommonProblems.Set(block, "num_layers", 2, StackTwoLayers.With()));

    private IEnumerable<WeightSpec> Weights(BlockInstance block, long features)
    {
        var (hidden, both) = (block.Int("hidden_size"), block.Flag("bidirectional"));
        for (var layer = 0; layer < block.Int("num_layers"); layer++)
        {
            var inputs = layer == 0 ? features : hidden * (both ? 2 : 1);
            foreach (var direction in both ? new[] { "", "_reverse" } : [""])
            {
                foreach (var weight in Cell($"_l{layer}{direction}", inputs, hidden, block.Flag("bias")))
                {
                    yield return weight;
                }
            }
        }
    }

    private IEnumerable<WeightSpec> Cell(string suffix, long inputs, long hidden, bool bias)
    {
        yield return WeightSpec.Of($"weight_ih{suffix}", Gates * hidden, inputs);
        yield return WeightSpec.Of($"weight_hh{suffix}", Gates * hidden, hidden);
        if (bias)
        {
            yield return WeightSpec.Of($"bias_ih{suffix}", Gates * hidden);
            yield return WeightSpec.Of($"bias_hh{suffix}", Gates * hidden);
        }
    }

    private static ImmutableArray<Parameter> Common { get; } =
    [
        Parameter.Size("hidden_size", 64, new("Memory size", "记忆容量"), new(
            "How many numbers it remembers from step to step.", "在步与步之间记住多少个数值。")),
        new("num_layers", ParameterType.Integer, 1, new("Layers", "层数"), new(
            "How many of these layers are stacked on each other.", "堆叠多少层。"), 1, 100),
        Parameter.OneOf("output", new("Gives", "输出"), new(
            "The last step sums up the whole sequence; every step gives one result per step.", "最后一步概括整个序列；每一步则为每步给出一个结果。"),
            new Choice("last", new("The last step", "最后一步")),
            new Choice("all", new("Every step", "每一步"))),
        Parameter.Switch("bidirectional", false, new("Both directions", "双向"), new(
            "Reads the sequence forwards and backwards as well.", "从前往后、从后往前各读一遍序列。")),
        Parameter.Real("dropout", 0, new("Dropout", "随机失活"), new(
            "Share of values that is left out between stacked layers during training.", "训练时在堆叠的层之间随机丢弃的数值比例。"), 0, 1),
        Parameter.Switch("bias", true, new("Bias", "偏置"), new("Adds a learned constant to every sum.", "给每个加权和加上一个可学习的常数。")),
    ];
}

/// <summary>Elman network: h′ = tanh or ReLU of W·x + U·h + b; shapes as in <see cref="RecurrentKind"/>.</summary>
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

/// <summary>Long short-term memory, with a cell state beside the hidden one (Hochreiter and Schmidhuber 1997); shapes as in <see cref="RecurrentKind"/>.</summary>
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

/// <summary>Gated recurrent unit, with reset and update gate (Cho et al. 2014); shapes as in <see cref="RecurrentKind"/>.</summary>
public sealed class GRU : RecurrentKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Gated memory (GRU)", "门控循环（GRU）");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like LSTM with fewer weights: faster, and often just as good.",
        "与 LSTM 类似但权重更少：更快，效果往往相当。");

    /// <inheritdoc/>
    public override string Formula => @"h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}";

    /// <inheritdoc/>
    public override int Gates => 3;
}
