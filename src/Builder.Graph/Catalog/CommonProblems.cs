using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>Problems that many kinds share, so that the same thing is always said in the same words.</summary>
public static class CommonProblems
{
    /// <summary>The layer wants another number of dimensions. <paramref name="expected"/> names what it wants, for example "a picture [N, C, H, W]".</summary>
    public static Problem WrongRank(BlockInstance block, Localized expected, Fix? fix = null) =>
        WrongRank(block, block.Input, expected, fix);

    /// <summary>The same for what arrives at a port other than the first.</summary>
    public static Problem WrongRank(BlockInstance block, TensorType actual, Localized expected, Fix? fix = null) =>
        new("WrongRank", block.Block.Id, new(
            $"“{Name(block).En}” expects {expected.En}, but gets {Describe(actual).En}.",
            $"“{Name(block).Zh}”需要{expected.Zh}，但收到的是{Spaced(Describe(actual).Zh)}。"), fix);

    /// <summary>Between Chinese and a number stands a space.</summary>
    private static string Spaced(string text) => text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) ? " " + text : text;

    /// <summary>Two sizes that must agree do not.</summary>
    public static Problem Mismatch(BlockInstance block, string code, Localized what, Fix? fix = null) =>
        new(code, block.Block.Id, new($"“{Name(block).En}”: {what.En}", $"“{Name(block).Zh}”：{what.Zh}"), fix);

    /// <summary>The layer needs class or token numbers but gets values, or the other way round.</summary>
    public static Problem WrongElement(BlockInstance block, Localized expected, Fix? fix = null) =>
        WrongElement(block, block.Input, expected, fix);

    /// <summary>The same for what arrives at a port other than the first.</summary>
    public static Problem WrongElement(BlockInstance block, TensorType actual, Localized expected, Fix? fix = null) =>
        new("WrongElement", block.Block.Id, new(
            $"“{Name(block).En}” expects {expected.En}, but what arrives is {Kind(actual).En}.",
            $"“{Name(block).Zh}”需要{expected.Zh}，但收到的是{Kind(actual).Zh}。"), fix);

    /// <summary>The problem of a layer that computes with values but gets class or token numbers; null where values arrive.</summary>
    public static Problem? ValuesExpected(BlockInstance block) => block.Input.Element != ElementType.Int64 ? null : WrongElement(
        block, new("plain values", "普通数值"), Insert(
            block, block.Kind.Inputs[0].Name, "Embedding", new("Insert an Embedding before it", "在前面插入嵌入层")));

    /// <summary>A size must be known before training, but is still a symbol.</summary>
    public static Problem UnknownSize(BlockInstance block, Dim size) =>
        new("UnknownSize", block.Block.Id, new(
            $"“{Name(block).En}” must know its input size, but it is {size}, which only becomes known during training.",
            $"“{Name(block).Zh}”需要事先知道输入大小，但现在是 {size}，要到训练时才能确定。"));

    /// <summary>A fix that sets one parameter.</summary>
    public static Fix Set(BlockInstance block, string parameter, ParameterValue value, Localized title) =>
        new(title, new SetParameter(block.Block.Id, parameter, value));

    /// <summary>The largest number that divides both; for fixes that suggest a number of groups.</summary>
    public static long GreatestCommonDivisor(long left, long right) => right == 0 ? left : GreatestCommonDivisor(right, left % right);

    /// <summary>What a block is called: its label, or its kind's title.</summary>
    public static Localized Name(BlockInstance block) =>
        block.Block.Label is { Length: > 0 } label ? Localized.Same(label) : block.Kind.Title;

    /// <summary>A type in plain words, with its shape: "a list of 64 numbers [N, 64]".</summary>
    public static Localized Describe(TensorType type)
    {
        var shape = type.Shape;
        return shape.Rank switch
        {
            0 => new("a single number", "单个数值"),
            1 => new($"one number per sample {shape}", $"每个样本一个数值 {shape}"),
            2 => new($"a list of {Count(shape[1], "number")} {shape}", $"含 {shape[1]} 个数值的列表 {shape}"),
            3 => new($"a sequence of {Count(shape[1], "step")} with {Count(shape[2], "number")} each {shape}", $"{shape[1]} 步、每步 {shape[2]} 个数值的序列 {shape}"),
            4 => new($"a picture of {shape[2]}×{shape[3]} with {Count(shape[1], "channel")} {shape}", $"{shape[2]}×{shape[3]}、{shape[1]} 个通道的图片 {shape}"),
            _ => new($"a tensor of shape {shape}", $"形状为 {shape} 的张量"),
        };
    }

    /// <summary>"one number", "3 numbers", "T numbers".</summary>
    internal static string Count(Dim count, string thing) => count == 1 ? $"one {thing}" : $"{count} {thing}s";

    private static Localized Kind(TensorType type) => type.Element == ElementType.Int64
        ? new($"class or token numbers {type.Shape}", $"类别或词元编号 {type.Shape}")
        : new($"plain values {type.Shape}", $"普通数值 {type.Shape}");

    /// <summary>Fix that inserts a new block on the wire that ends at <paramref name="port"/> of <paramref name="target"/>.</summary>
    public static Fix Insert(BlockInstance target, string port, string kind, Localized title,
        ImmutableSortedDictionary<string, ParameterValue>? parameters = null) =>
        new(title, new InsertBefore(new PortRef(target.Block.Id, port), 0, kind, parameters ?? Block.NoParameters));
}
