using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>The average of the learned lists of all tokens of a text, padding left aside: [N, T] of numbers to [N, embedding_dim].</summary>
public sealed class EmbeddingBag : ModuleKind
{
    private static readonly MessageTemplate NumbersOfEachSample = new(
        "problem-numbers-of-each-sample",
        "a list of class or token numbers for each sample [N, T]",
        "每个样本一串类别或词元编号 [N, T]");

    /// <inheritdoc/>
    public override Family Family => Family.Linear;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Average of embeddings", "嵌入平均");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Gives each word a learned list of numbers and averages those of a text. What only fills up short texts does not count.",
        "为每个词分配一组由训练学到的数值，并对整段文本取平均。用来补齐短文本的填充不计入。");

    /// <inheritdoc/>
    public override string Formula => @"y = \frac1n \sum_t W_{x_t}";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = Embedding.TableParameters;

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        Embedding.TableProblem(block) is { } problem ? problem
        : block.Input.Shape.Rank != 2 ? CommonProblems.WrongRank(block, NumbersOfEachSample.With())
        : ShapeResult.Of(new(new Shape([block.Input.Shape[0], block.Int("embedding_dim")])), Embedding.TableWeights(block));

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => Embedding.TableLine("EmbeddingBag", block);
}
