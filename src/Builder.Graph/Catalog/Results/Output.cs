using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Names a tensor as a prediction of the finished model.</summary>
public sealed class Output : BlockKind
{
    private static readonly MessageTemplate ShowItAsItIs = new("fix-show-it-as-it-is", "Show it as it is", "按原样显示");

    private static readonly MessageTemplate Picture = new(
        "problem-output-picture",
        "a picture [N, channels, height, width]",
        "图片 [N, 通道数, 高, 宽]");

    private static readonly MessageTemplate ValuesForEachSample = new(
        "problem-values-for-each-sample",
        "values for each sample",
        "每个样本的数值");

    private static readonly MessageTemplate ValuesOrNumbersOfTokens = new(
        "problem-values-or-numbers-of-tokens",
        "values or numbers of tokens [N, steps, …]",
        "词元的数值或编号 [N, 步数, …]");

    private static readonly MessageTemplate OneNumberPerSample = new(
        "problem-one-number-per-sample",
        "one number per sample",
        "每个样本一个数值");

    /// <inheritdoc/>
    public override Family Family => Family.Results;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Output", "输出");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Marks what the finished model shall answer, and how the answer is shown.",
        "指定训练好的模型输出什么，以及如何显示。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.Module.html";

    /// <inheritdoc/>
    public override Role Role => Role.Output;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Outputs => [];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("name", ParameterType.Text, "", new("Name", "名称"), new(
            "What the answer is called. Empty: the block's own name.", "回答的名称。不填则使用模块自己的名称。")),
        Parameter.OneOf("as", new("Shown as", "显示为"), new(
            "How the answer is shown. By itself it follows from the target.", "回答如何显示。自动时由目标决定。"),
            new Choice("auto", new("By itself", "自动")),
            new Choice("class", new("The likeliest class", "最可能的类别")),
            new Choice("probability", new("Probabilities", "概率")),
            new Choice("value", new("Numbers", "数值")),
            new Choice("text", new("Text", "文本")),
            new Choice("picture", new("A picture", "图片")),
            new Choice("score", new("A score", "得分"))),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) => Wanted(block) is not { } wanted ? ShapeResult.Nothing
        : CommonProblems.WrongRank(block, wanted, new(ShowItAsItIs.With(), new SetParameter(block.Block.Id, "as", "auto")));

    /// <summary>What the chosen form needs; null where what arrives can be shown so.</summary>
    private static Message? Wanted(BlockInstance block)
    {
        var shape = block.Input.Shape;
        return block.Text("as") switch
        {
            "picture" when shape.Rank != 4 => Picture.With(),
            "class" or "probability" when shape.Rank == 0 => ValuesForEachSample.With(),
            "text" when shape.Rank < 2 => ValuesOrNumbersOfTokens.With(),
            "score" when shape.Rank is 0 or > 2 || (shape.Rank == 2 && shape[1] != (Dim)1) => OneNumberPerSample.With(),
            _ => null,
        };
    }
}
