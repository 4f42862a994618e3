using Builder.Datasets.Preparation;
using Builder.Datasets.Tokenizers;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Metrics;
using Builder.Training.Heads;
using Builder.Training.Layers;
using Builder.Training.Programs;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Inference;

/// <summary>How text is drawn from a language model.</summary>
/// <param name="Tokens">How many tokens to add.</param>
/// <param name="Temperature">Below 1 more predictable, above 1 more daring; 0 always takes the likeliest token.</param>
/// <param name="TopK">Only the k likeliest tokens are drawn from; 0 for all.</param>
/// <param name="Seed">The same seed gives the same text.</param>
public sealed record SamplingOptions(int Tokens = 200, double Temperature = 0.8, int TopK = 0, long Seed = 1);

/// <summary>Lets a language model write on, token by token.</summary>
public sealed class TextGenerator
{
    private readonly TrainingProgram _program;
    private readonly Head _head;
    private readonly FlatNode _input;
    private readonly ExecutionPlan _plan;
    private readonly FittedTransforms _transforms;
    private readonly string _column;
    private readonly int _context;
    private readonly bool _hasSpecialTokens;
    private readonly int _vocabularySize;

    /// <summary>True where the head tells how a text that the model reads goes on.</summary>
    public static bool CanWrite(TrainingProgram program, Head head) =>
        head.Task == TaskKind.LanguageModel && program.Graph.Nodes.Any(IsText);

    /// <summary>A generator over a program whose <paramref name="head"/> predicts the next token.</summary>
    public TextGenerator(TrainingProgram program, Head head, FittedTransforms transforms)
    {
        (_program, _head, _transforms) = (program, head, transforms);
        _input = program.Graph.Nodes.First(IsText);
        _column = ColumnBinding.Of(_input.Instance!).Columns[0];
        _context = (int)_input.Outputs[0].Shape[1].Size;
        _hasSpecialTokens = transforms.TokenizerOf(_column).Tokenizer is VocabularyTokenizer { Vocabulary.Count: > SpecialTokens.Count };
        _vocabularySize = transforms.TokenizerOf(_column).VocabularySize;
        _plan = program.Plan(head.Prediction);
    }

    /// <summary>The prompt and what the model adds to it.</summary>
    public string Continue(string prompt, SamplingOptions options)
    {
        using var noGrad = no_grad();
        using var random = Sessions.RandomState.Fixed(_program.Device, options.Seed);
        var tokens = _transforms.TokenizerOf(_column).Encode(prompt.Length > 0 ? prompt : "\n").Select(t => (long)t).ToList();
        var start = tokens.Count;
        for (var i = 0; i < options.Tokens; i++)
        {
            tokens.Add(Next(tokens, options));
        }

        return prompt + _transforms.DecodeTokens(_column, [.. tokens.Skip(start).Select(t => (int)t)]);
    }

    private static bool IsText(FlatNode node) => node.Kind.Id == "TextInput";

    private long Next(List<long> tokens, SamplingOptions options)
    {
        using var scope = NewDisposeScope();
        var window = tokens.TakeLast(_context).ToArray();
        _plan.Run(new SingleFeed(tensor(window, [1, window.Length], device: _program.Device)), new ForwardContext(Training: false, 1));
        var prediction = _plan[_head.Prediction];
        var last = HeadOutputs.ClassesLast(_head, prediction).select(0, window.Length - 1).to(ScalarType.Float32);
        return Draw(Readable(_head.OutputActivation == OutputActivation.Probabilities ? last.log() : last), options);
    }

    // Rare characters that the vocabulary lacks all count as one token. A model may well expect it, but nobody could read it. And a last
    // layer may have more outputs than there are tokens.
    private Tensor Readable(Tensor all)
    {
        var logits = all.narrow(0, 0, Math.Min(_vocabularySize, all.numel()));
        if (_hasSpecialTokens)
        {
            logits.narrow(0, 0, SpecialTokens.Count).fill_(double.NegativeInfinity);
        }

        return logits;
    }

    private static long Draw(Tensor logits, SamplingOptions options)
    {
        if (options.Temperature <= 0)
        {
            return logits.argmax().ToInt64();
        }

        var scaled = logits.div(options.Temperature);
        if (options.TopK > 0 && options.TopK < scaled.numel())
        {
            var (values, indices) = scaled.topk(options.TopK);
            return indices.select(0, values.softmax(-1).multinomial(1).ToInt64()).ToInt64();
        }

        return scaled.softmax(-1).multinomial(1).ToInt64();
    }

    private sealed class SingleFeed(Tensor tokens) : IBatchSource
    {
        public Tensor Get(FlatNode node) => tokens;
    }
}
