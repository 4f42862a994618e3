using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Mean absolute error, root mean squared error, R² and mean absolute percentage error.</summary>
public sealed class RegressionMetrics : MetricKind
{
    private static readonly MessageTemplate ScoreClassesInstead = new(
        "fix-score-classes-instead",
        "Score classes instead",
        "改为分类评分");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Number scores", "数值评分");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Scores how close predicted numbers come to the true ones, in the target’s own units.",
        "评估预测的数值与真实值有多接近，以目标自身的单位表示。");

    /// <inheritdoc/>
    public override string Source => "https://scikit-learn.org/stable/modules/model_evaluation.html";

    /// <inheritdoc/>
    public override Predicting Predicting { get; } = new(TaskKind.Regression, OutputActivation.Values);

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (input, target) = (block.Input, block.At("target")!);
        if (input.Element == ElementType.Int64 || target.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, input.Element == ElementType.Int64 ? input : target, ProblemWords.PlainValues.With(),
                new(ScoreClassesInstead.With(), new ChangeKind(block.Block.Id, "ClassificationMetrics")));
        }

        return input.Shape.Equals(target.Shape) ? null : CommonProblems.Mismatch(
            block,
            ProblemWords.ShapeMismatch.With(("input", TypeWords.Describe(input)), ("target", TypeWords.Describe(target))),
            LossFixes.SizeOf(block, target.Shape));
    }
}
