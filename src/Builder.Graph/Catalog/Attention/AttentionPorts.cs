using System.Globalization;
using Builder.Graph.Data;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>What arrives at the ports of an attention block, and whether it goes together.</summary>
internal static class AttentionPorts
{
    /// <summary>Query, key and value: an open key is the query itself, an open value the key.</summary>
    public static (TensorType Query, TensorType Key, TensorType Value) Of(BlockInstance block)
    {
        var key = block.At("key") ?? block.Input;
        return (block.Input, key, block.At("value") ?? key);
    }

    /// <summary>What is wrong; null where all fits.</summary>
    public static Problem? Check(BlockInstance block)
    {
        var (query, key, value) = Of(block);
        return CheckSequence(block, "query", query) ?? CheckSequence(block, "key", key) ?? CheckSequence(block, "value", value)
            ?? CheckLengths(block, query, key, value) ?? CheckMask(block, key) ?? CheckHeads(block, query.Shape[-1].Size);
    }

    private static Problem? CheckSequence(BlockInstance block, string port, TensorType type) =>
        type.Element == ElementType.Int64 ? TokensArrive(block, block.Kind.Inputs[block.Kind.InputIndex(port)], type)
        : type.Shape.Rank != 3 ? CommonProblems.WrongRank(block, type, new("a sequence [N, steps, features]", "序列 [N, 步数, 特征数]"))
        : type.Shape[-1].IsKnown ? null
        : CommonProblems.UnknownSize(block, type.Shape[-1]);

    private static Problem TokensArrive(BlockInstance block, Port port, TensorType type) => CommonProblems.WrongElement(
        block, type, new($"plain values at “{port.Title.En}”", $"“{port.Title.Zh}”处为普通数值"),
        CommonProblems.Insert(block, port.Name, "Embedding", new("Insert an Embedding before it", "在前面插入嵌入层")));

    private static Problem? CheckLengths(BlockInstance block, TensorType query, TensorType key, TensorType value)
    {
        if (key.Shape[1] != value.Shape[1])
        {
            return CommonProblems.Mismatch(block, "StepsMismatch", new(
                $"key and value must have the same number of steps, but have {key.Shape[1]} and {value.Shape[1]}.",
                $"键和值的步数必须相同，现在分别是 {key.Shape[1]} 和 {value.Shape[1]}。"));
        }

        return !block.Flag("causal") || query.Shape[1] == key.Shape[1] ? null : CommonProblems.Mismatch(block, "CausalNeedsSameSteps", new(
            $"looking back only has a meaning within one sequence, but there are {query.Shape[1]} and {key.Shape[1]} steps.",
            $"“只看过去”只在同一序列内才有意义，但现在步数是 {query.Shape[1]} 和 {key.Shape[1]}。"),
            CommonProblems.Set(block, "causal", false, new("Look at all steps", "查看所有步")));
    }

    private static Problem? CheckMask(BlockInstance block, TensorType key)
    {
        if (block.At("key_padding_mask") is not { } mask || (mask.Element != ElementType.Int64 && mask.Shape.Equals(key.Shape.Slice(0, 2))))
        {
            return null;
        }

        var fix = mask.Element == ElementType.Int64 && mask.Shape.Equals(key.Shape.Slice(0, 2))
            ? CommonProblems.Insert(block, "key_padding_mask", "PaddingMask", new("Make a mask from the tokens", "由词元生成掩码"))
            : null;
        return CommonProblems.Mismatch(block, "WrongMask", new(
            $"the mask must have one value per step, {key.Shape.Slice(0, 2)}, but is {CommonProblems.Describe(mask).En}.",
            $"掩码必须为每一步给出一个数值 {key.Shape.Slice(0, 2)}，但现在是{CommonProblems.Describe(mask).Zh}。"), fix);
    }

    private static Problem? CheckHeads(BlockInstance block, long embed)
    {
        var heads = block.Int("num_heads");
        if (embed % heads == 0)
        {
            return null;
        }

        var fitting = heads;
        while (embed % fitting != 0)
        {
            fitting--;
        }

        var text = fitting.ToString(CultureInfo.InvariantCulture);
        return CommonProblems.Mismatch(block, "HeadsMismatch", new(
            $"{embed} features cannot be shared among {heads} heads.", $"{embed} 个特征无法平均分给 {heads} 个头。"),
            CommonProblems.Set(block, "num_heads", fitting, new($"Use {text} heads", $"使用 {text} 个头")));
    }
}
