using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A loss that compares a prediction and a target of the same shape, number by number.</summary>
public abstract class ElementwiseLossKind : LossKind
{
    private static readonly MessageTemplate PlainValuesAsPrediction = new(
        "problem-plain-values-as-prediction",
        "plain values as prediction",
        "普通数值作为预测");

    private static readonly MessageTemplate PlainValuesAsTarget = new(
        "problem-plain-values-as-target",
        "plain values as target",
        "普通数值作为目标");

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (input, target) = (block.Input, block.At("target")!);
        if (input.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, PlainValuesAsPrediction.With());
        }

        return target.Element == ElementType.Int64 ? ClassTarget(block, target)
            : input.Shape.Equals(target.Shape) ? null
            : CommonProblems.Mismatch(
                block,
                ProblemWords.ShapeMismatch.With(("input", TypeWords.Describe(input)), ("target", TypeWords.Describe(target))),
                LossFixes.SizeOf(block, target.Shape));
    }

    /// <summary>The target is a category: with two classes it can be taken as 0 and 1, with more another loss fits.</summary>
    private static Problem ClassTarget(BlockInstance block, TensorType target) => CommonProblems.WrongElement(
        block, target, PlainValuesAsTarget.With(),
        target.Classes > 2 || LossFixes.TargetAs(block, "number") is not { } asNumber ? LossFixes.Other(block, "CrossEntropyLoss") : asNumber);
}
