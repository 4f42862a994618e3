using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Accuracy, precision, recall, F1, ROC AUC, PR AUC, log loss and the confusion matrix.</summary>
public sealed class ClassificationMetrics : MetricKind
{
    private static readonly MessageTemplate ClassesMismatch = new(
        "ClassesMismatch",
        "the target has {classes} classes, but the prediction has {values}.",
        "目标有 {classes} 个类别，但预测有 {values}。");

    private static readonly MessageTemplate ClassForEachPlace = new(
        "ShapeMismatch.class-for-each-place",
        "it needs one class for each place of the prediction {prediction}, which would be {places}, but the target has class numbers {target}.",
        "预测 {prediction} 的每个位置需要一个类别，即 {places}，但目标的类别编号是 {target}。");

    private static readonly MessageTemplate ClassForEachSample = new(
        "ShapeMismatch.class-for-each-sample",
        "it needs one class for each sample of the prediction {prediction}, which would be {places}, but the target has class numbers {target}.",
        "预测 {prediction} 的每个样本需要一个类别，即 {places}，但目标的类别编号是 {target}。");

    private static readonly MessageTemplate OneValuePerClassOrOne = new(
        "problem-one-value-per-class-or-one",
        "one value per class, or one for yes",
        "每个类别一个数值，或一个表示“是”的数值");

    private static readonly MessageTemplate Classes = new("problem-classes", "classes", "类别");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Class scores", "分类评分");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Scores how well classes are told apart: share of right answers, hits and false alarms of each class, and which classes are mixed up.",
        "评估区分类别的效果：准确率、每个类别的命中与误报，以及哪些类别容易混淆。");

    /// <inheritdoc/>
    public override string Source => "https://scikit-learn.org/stable/modules/model_evaluation.html";

    /// <inheritdoc/>
    public override Predicting Predicting { get; } = new(null, null);

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (input, target) = (block.Input, block.At("target")!);
        if (input.Element == ElementType.Int64 || input.Shape.Rank == 0)
        {
            return CommonProblems.WrongElement(block, OneValuePerClassOrOne.With());
        }

        var places = input.Shape.Slice(0, input.Shape.Rank - 1);
        var fits = target.Element == ElementType.Int64
            ? target.Shape.Equals(places) || (target.Shape.Equals(input.Shape) && target.Classes is null or 2)
            : target.Shape.Equals(input.Shape);
        return !fits ? target.Element == ElementType.Int64 ? OtherPlaces(block, target, places) : NumberTarget(block, target, Classes.With())
            : TooFew(input, target) ? CommonProblems.Mismatch(block, ClassesMismatch.With(
                ("classes", target.Classes!.Value), ("values", TypeWords.Values(input.Shape[-1]))), LossFixes.Outputs(block, target.Classes!.Value))
            : null;
    }

    private static Problem OtherPlaces(BlockInstance block, TensorType target, Shape places) => CommonProblems.Mismatch(
        block, (places.Rank > 1 ? ClassForEachPlace : ClassForEachSample).With(("prediction", block.Input), ("places", places), ("target", target)));

    /// <summary>Two classes can do with one value; more need one each.</summary>
    private static bool TooFew(TensorType input, TensorType target) =>
        target.Element == ElementType.Int64 && !target.Shape.Equals(input.Shape) && input.Shape[-1].IsKnown
        && target.Classes > (input.Shape[-1].Size == 1 ? 2 : input.Shape[-1].Size);
}
