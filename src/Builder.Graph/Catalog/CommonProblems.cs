using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>Problems that many kinds share, so that the same thing is always said in the same words.</summary>
public static class CommonProblems
{
    private static readonly MessageTemplate AtBlock = new("problem-of-block", "“{block}”: {what}", "“{block}”：{what}");

    private static readonly MessageTemplate RankIsWrong = new(
        "WrongRank",
        "“{block}” expects {expected}, but gets {actual}.",
        "“{block}”需要{expected}，但收到的是{actual:spaced}。");

    private static readonly MessageTemplate ElementIsWrong = new(
        "WrongElement",
        "“{block}” expects {expected}, but what arrives is {actual}.",
        "“{block}”需要{expected}，但收到的是{actual}。");

    private static readonly MessageTemplate SizeIsUnknown = new(
        "UnknownSize",
        "“{block}” must know its input size, but it is {size}, which only becomes known during training.",
        "“{block}”需要事先知道输入大小，但现在是 {size}，要到训练时才能确定。");

    private static readonly MessageTemplate ClassNumbers = new(
        "problem-class-numbers-arrive", "class or token numbers {shape}", "类别或词元编号 {shape}");

    private static readonly MessageTemplate ValuesArrive = new("problem-values-arrive", "plain values {shape}", "普通数值 {shape}");

    /// <summary>The layer wants another number of dimensions. <paramref name="expected"/> names what it wants, for example "a picture [N, C, H, W]".</summary>
    public static Problem WrongRank(BlockInstance block, Message expected, Fix? fix = null) =>
        WrongRank(block, block.Input, expected, fix);

    /// <summary>The same for what arrives at a port other than the first.</summary>
    public static Problem WrongRank(BlockInstance block, TensorType actual, Message expected, Fix? fix = null) => new(
        block.Block.Id, RankIsWrong.With(("block", Name(block)), ("expected", expected), ("actual", TypeWords.Describe(actual))), fix);

    /// <summary>Something that is wrong with a block, after the block's name; what it is called is <paramref name="what"/>'s to say.</summary>
    public static Problem Mismatch(BlockInstance block, Message what, Fix? fix = null) =>
        new(block.Block.Id, AtBlock.With(("block", Name(block)), ("what", what)), fix) { Code = what.Kind };

    /// <summary>The layer needs class or token numbers but gets values, or the other way round.</summary>
    public static Problem WrongElement(BlockInstance block, Message expected, Fix? fix = null) =>
        WrongElement(block, block.Input, expected, fix);

    /// <summary>The same for what arrives at a port other than the first.</summary>
    public static Problem WrongElement(BlockInstance block, TensorType actual, Message expected, Fix? fix = null) => new(
        block.Block.Id, ElementIsWrong.With(("block", Name(block)), ("expected", expected), ("actual", Kind(actual))), fix);

    /// <summary>The problem of a layer that computes with values but gets class or token numbers; null where values arrive.</summary>
    public static Problem? ValuesExpected(BlockInstance block) => block.Input.Element != ElementType.Int64 ? null : WrongElement(
        block, ProblemWords.PlainValues.With(), Insert(block, block.Kind.Inputs[0].Name, "Embedding", ProblemWords.InsertEmbeddingBeforeIt.With()));

    /// <summary>A size must be known before training, but is still a symbol.</summary>
    public static Problem UnknownSize(BlockInstance block, Dim size) =>
        new(block.Block.Id, SizeIsUnknown.With(("block", Name(block)), ("size", size)));

    /// <summary>A fix that sets one parameter.</summary>
    public static Fix Set(BlockInstance block, string parameter, ParameterValue value, Message title) =>
        new(title, new SetParameter(block.Block.Id, parameter, value));

    /// <summary>The largest number that divides both; for fixes that suggest a number of groups.</summary>
    public static long GreatestCommonDivisor(long left, long right) => right == 0 ? left : GreatestCommonDivisor(right, left % right);

    /// <summary>What a block is called: its label, or its kind's title.</summary>
    public static MessageArgument Name(BlockInstance block) =>
        block.Block.Label is { Length: > 0 } label ? label : block.Kind.TitleMessage;

    /// <summary>Fix that inserts a new block on the wire that ends at <paramref name="port"/> of <paramref name="target"/>.</summary>
    public static Fix Insert(BlockInstance target, string port, string kind, Message title,
        ImmutableSortedDictionary<string, ParameterValue>? parameters = null) =>
        new(title, new InsertBefore(new PortRef(target.Block.Id, port), 0, kind, parameters ?? Block.NoParameters));

    private static Message Kind(TensorType type) => (type.Element == ElementType.Int64 ? ClassNumbers : ValuesArrive).With(("shape", type));
}
