using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Adds to every step of a sequence [N, T, F] a list of numbers that tells its place.</summary>
public abstract class PositionKind : BlockKind
{
    /// <inheritdoc/>
    public sealed override Family Family => Family.Attention;

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        var shape = block.Input.Shape;
        return CommonProblems.ValuesExpected(block) is { } problem ? problem
            : shape.Rank != 3 ? CommonProblems.WrongRank(block, new("a sequence [N, steps, features]", "序列 [N, 步数, 特征数]"))
            : !shape[-1].IsKnown ? CommonProblems.UnknownSize(block, shape[-1])
            : Check(block) is { } other ? other
            : ShapeResult.Of(block.Input, Weights(block));
    }

    /// <summary>What else is wrong; null where all fits.</summary>
    protected virtual Problem? Check(BlockInstance block) => null;

    /// <summary>The layer's weights.</summary>
    protected virtual WeightSpec[] Weights(BlockInstance block) => [];
}
