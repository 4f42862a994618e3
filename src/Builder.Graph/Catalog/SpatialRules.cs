using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog;

/// <summary>
/// What holds for kinds that work on channels with one spatial dimension [N, C, L] or two [N, C, H, W]: convolutions, pooling and the
/// like. Their ids end in "1d" or "2d".
/// </summary>
public static class SpatialRules
{
    private static readonly MessageTemplate OneNumber = new(
        "WrongCount", "{parameter} takes one number, but has {given}.", "{parameter} 应填 1 个数，但填了 {given} 个。");

    private static readonly MessageTemplate OneOrSeveralNumbers = new(
        "WrongCount.several",
        "{parameter} takes one number or {dimensions}, but has {given}.",
        "{parameter} 应填 1 个或 {dimensions} 个数，但填了 {given} 个。");

    private static readonly MessageTemplate SeriesForEachChannel = new(
        "problem-series-for-each-channel",
        "a series for each channel [N, channels, length]",
        "每个通道一条序列 [N, 通道, 长度]");

    private static readonly MessageTemplate Picture = new(
        "problem-picture",
        "a picture [N, channels, height, width]",
        "图片 [N, 通道, 高, 宽]");

    private static readonly MessageTemplate ChangeItTo = new("fix-change-it-to", "Change it to {sibling}", "改为 {sibling}");

    private static readonly MessageTemplate InsertReshapeToBeforeIt = new(
        "fix-insert-reshape-to-before-it",
        "Insert a Reshape to {text} before it",
        "在前面插入变形层，变为 {text}");

    private static readonly MessageTemplate SwapStepsAndChannelsBeforeIt = new(
        "fix-swap-steps-and-channels-before-it",
        "Swap steps and channels before it",
        "在前面交换步与通道");

    /// <summary>
    /// What is wrong with the input of a kind with <paramref name="dimensions"/> spatial dimensions; null where it fits. A plain list is
    /// offered to be read as a picture or series, or with <paramref name="onePixel"/> as one pixel with as many channels as numbers, from
    /// which generators start.
    /// </summary>
    public static Problem? CheckInput(BlockInstance block, int dimensions, bool onePixel = false)
    {
        if (CommonProblems.ValuesExpected(block) is { } problem)
        {
            return problem;
        }

        return block.Input.Shape.Rank == dimensions + 2
            ? null
            : CommonProblems.WrongRank(block, Expected(dimensions), RankFix(block, dimensions, onePixel));
    }

    /// <summary>Like <see cref="CheckInput"/> for kinds with weights for each channel: the number of channels must be known as well.</summary>
    public static Problem? CheckChannels(BlockInstance block, int dimensions, bool onePixel = false) => CheckInput(block, dimensions, onePixel) ??
        (block.Input.Shape[1].IsKnown ? null : CommonProblems.UnknownSize(block, block.Input.Shape[1]) with { Fix = SwapFix(block) });

    /// <summary>An "int or tuple" parameter must have one number, or one for each dimension.</summary>
    public static Problem? CheckCount(BlockInstance block, string parameter, int dimensions)
    {
        var given = block.Ints(parameter);
        if (given.Length == 1 || given.Length == dimensions || !block.Has(parameter))
        {
            return null;
        }

        var one = given.Length > 0 ? given[0] : block.Kind.GetParameter(parameter).Default is ParameterValue.Integer whole ? whole.Value : 1;
        return CommonProblems.Mismatch(
            block,
            dimensions == 1 ? OneNumber.With(("parameter", parameter), ("given", given.Length))
                : OneOrSeveralNumbers.With(("parameter", parameter), ("dimensions", dimensions), ("given", given.Length)),
            CommonProblems.Set(block, parameter, one, ProblemWords.SetTo.With(("parameter", parameter), ("value", one))));
    }

    /// <summary>The first problem that any of <paramref name="parameters"/> has with its count; null where all are right.</summary>
    public static Problem? CheckCounts(BlockInstance block, int dimensions, params ReadOnlySpan<string> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (CheckCount(block, parameter, dimensions) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static Message Expected(int dimensions) => dimensions == 1
        ? SeriesForEachChannel.With()
        : Picture.With();

    private static Fix? RankFix(BlockInstance block, int dimensions, bool onePixel)
    {
        var shape = block.Input.Shape;
        if (shape.Rank is 3 or 4)
        {
            return SiblingFix(block, dimensions, shape.Rank - 2);
        }

        return shape.Rank == 2 && shape[1].IsKnown ? ReshapeFix(block, SampleShape(shape[1].Size, dimensions, onePixel)) : null;
    }

    /// <summary>Changes "Conv2d" to "Conv1d" where there is such a kind.</summary>
    private static Fix? SiblingFix(BlockInstance block, int dimensions, int wanted)
    {
        var sibling = block.Kind.Id.Replace($"{dimensions}d", $"{wanted}d", StringComparison.Ordinal);
        return sibling == block.Kind.Id || BlockCatalog.Find(sibling) is null ? null
            : new Fix(ChangeItTo.With(("sibling", sibling)), new Documents.ChangeKind(block.Block.Id, sibling));
    }

    private static Fix ReshapeFix(BlockInstance block, long[] sample)
    {
        var text = string.Join("×", sample);
        return CommonProblems.Insert(block, "input", "Reshape", InsertReshapeToBeforeIt.With(("text", text)),
            Block.NoParameters.Add("shape", ParameterValue.Of(sample)));
    }

    /// <summary>A square picture, grey or in colour, where the numbers allow it; otherwise one channel, or one pixel with many channels.</summary>
    private static long[] SampleShape(long count, int dimensions, bool onePixel)
    {
        if (onePixel || dimensions == 1)
        {
            return onePixel ? [count, .. Enumerable.Repeat(1L, dimensions)] : [1, count];
        }

        foreach (var channels in new long[] { 1, 3 })
        {
            var side = (long)Math.Round(Math.Sqrt(count / (double)channels));
            if (side > 3 && side * side * channels == count)
            {
                return [channels, side, side];
            }
        }

        return [count, 1, 1];
    }

    private static Fix? SwapFix(BlockInstance block) => block.Input.Shape.Rank != 3 ? null : CommonProblems.Insert(
        block, "input", "Permute", SwapStepsAndChannelsBeforeIt.With(),
        Block.NoParameters.Add("dims", ParameterValue.Of(0, 2, 1)));
}
