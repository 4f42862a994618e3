using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A learned list of numbers for each class or token: [N, …] of numbers to [N, …, embedding_dim].</summary>
public sealed class Embedding : ModuleKind
{
    private static readonly MessageTemplate ClassOrTokenNumbers = new(
        "problem-class-or-token-numbers",
        "class or token numbers",
        "类别或词元编号");

    private static readonly MessageTemplate EntriesUnknown = new(
        "EntriesUnknown",
        "how many different numbers can arrive is not known here. Set “Number of entries”.",
        "这里无法得知会出现多少种不同的编号，请填写“条目数”。");

    private static readonly MessageTemplate TooFewEntries = new(
        "TooFewEntries",
        "it has {entries} entries, but {needed} different numbers can arrive.",
        "只有 {entries} 个条目，但可能出现 {needed} 种不同的编号。");

    private static readonly MessageTemplate SetNumberOfEntriesTo = new(
        "fix-set-number-of-entries-to",
        "Set the number of entries to {needed}",
        "将条目数设为 {needed}");

    private static readonly MessageTemplate PaddingNumber = new(
        "PaddingNumber",
        "the padding number {paddingIdx} must be below the number of entries {entries}.",
        "填充编号 {paddingIdx} 必须小于条目数 {entries}。");

    private static readonly MessageTemplate SetPaddingNumberTo0 = new(
        "fix-set-padding-number-to-0",
        "Set the padding number to 0",
        "将填充编号设为 0");

    /// <inheritdoc/>
    public override Family Family => Family.Linear;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Embedding", "嵌入层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Gives each word, token or category a list of numbers that says what it is like. The numbers are learned.",
        "为每个词、词元或类别分配一组数值来描述它的含义，这些数值由训练学到。");

    /// <inheritdoc/>
    public override string Formula => @"y = W_{x}";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = TableParameters;

    /// <summary>The parameters of every layer that is a table of learned numbers.</summary>
    internal static ImmutableArray<Parameter> TableParameters { get; } =
    [
        Parameter.Integer("num_embeddings", null, new("Number of entries", "条目数"), new(
            "How many different words or categories there are. Left empty, it follows from the data.",
            "共有多少种不同的词或类别。不填则由数据得出。"), 1, 10_000_000),
        Parameter.Size("embedding_dim", 64, new("Numbers for each", "每个条目的数值个数"), new(
            "How many numbers describe each word or category.",
            "用多少个数值来描述每个词或类别。")),
        Parameter.Integer("padding_idx", null, new("Padding number", "填充编号"), new(
            "The number that stands for “nothing here”: its entry is zero and stays so. Usually 0, or left empty.",
            "表示“此处为空”的编号，其条目恒为零。通常填 0，或不填。"), 0, 10_000_000 - 1),
    ];

    /// <summary>How many entries the table has: as set, or as many as there are classes; null where neither is known.</summary>
    public static long? Entries(BlockInstance block) => block.Has("num_embeddings") ? block.Int("num_embeddings") : block.Input.Classes;

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        TableProblem(block) is { } problem ? problem : ShapeResult.Of(new(block.Input.Shape.Append(block.Int("embedding_dim"))), TableWeights(block));

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => TableLine("Embedding", block);

    /// <summary>What is wrong with what arrives at a table, or with its size; null where all fits.</summary>
    internal static Problem? TableProblem(BlockInstance block) => block.Input.Element != ElementType.Int64
        ? CommonProblems.WrongElement(block, ClassOrTokenNumbers.With()) : EntriesProblem(block) ?? PaddingProblem(block);

    /// <summary>The table: [num_embeddings, embedding_dim].</summary>
    internal static WeightSpec TableWeights(BlockInstance block) => WeightSpec.Of("weight", Entries(block)!.Value, block.Int("embedding_dim"));

    /// <summary>A table as PyTorch makes it.</summary>
    internal static string TableLine(string module, BlockInstance block) =>
        PyTorchLine.Of(module, [Entries(block), block.Value("embedding_dim")], ("padding_idx", block.Value("padding_idx")));

    private static Problem? EntriesProblem(BlockInstance block)
    {
        var (entries, classes) = (Entries(block), block.Input.Classes);
        if (entries is null)
        {
            return CommonProblems.Mismatch(block, EntriesUnknown.With());
        }

        return classes is not { } needed || entries.Value >= needed ? null : CommonProblems.Mismatch(
            block,
            TooFewEntries.With(("entries", entries.Value), ("needed", needed)),
            CommonProblems.Set(block, "num_embeddings", (long)needed, SetNumberOfEntriesTo.With(("needed", needed))));
    }

    private static Problem? PaddingProblem(BlockInstance block) =>
        !block.Has("padding_idx") || block.Int("padding_idx") < Entries(block) ? null : CommonProblems.Mismatch(
            block,
            PaddingNumber.With(("paddingIdx", block.Int("padding_idx")), ("entries", Entries(block)!.Value)),
            CommonProblems.Set(block, "padding_idx", 0, SetPaddingNumberTo0.With()));
}
