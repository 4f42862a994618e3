using Builder.Graph.Data;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A loss that compares a prediction and a target of the same shape, number by number.</summary>
public abstract class ElementwiseLossKind : LossKind
{
    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (input, target) = (block.Input, block.At("target")!);
        if (input.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, new("plain values as prediction", "普通数值作为预测"));
        }

        return target.Element == ElementType.Int64 ? ClassTarget(block, target)
            : input.Shape.Equals(target.Shape) ? null
            : CommonProblems.Mismatch(block, "ShapeMismatch", new(
                $"the prediction is {CommonProblems.Describe(input).En}, but the target is {CommonProblems.Describe(target).En}. "
                + "Both must have the same shape.",
                $"预测是{CommonProblems.Describe(input).Zh}，而目标是{CommonProblems.Describe(target).Zh}。两者的形状必须相同。"),
                LossFixes.SizeOf(block, target.Shape));
    }

    /// <summary>The target is a category: with two classes it can be taken as 0 and 1, with more another loss fits.</summary>
    private static Problem ClassTarget(BlockInstance block, TensorType target) => CommonProblems.WrongElement(
        block, target, new("plain values as target", "普通数值作为目标"),
        target.Classes > 2 || LossFixes.TargetAs(block, "number") is not { } asNumber ? LossFixes.Other(block, "CrossEntropyLoss") : asNumber);
}
