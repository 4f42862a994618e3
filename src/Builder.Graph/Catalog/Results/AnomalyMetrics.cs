using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>ROC AUC, PR AUC and best F1 of a score that shall be high for anomalies.</summary>
public sealed class AnomalyMetrics : MetricKind
{
    private static readonly MessageTemplate PlainValuesAsScore = new(
        "problem-plain-values-as-score",
        "plain values as score",
        "普通数值作为得分");

    private static readonly MessageTemplate OneScorePerSample = new(
        "problem-one-score-per-sample",
        "one score per sample",
        "每个样本一个得分");

    private static readonly MessageTemplate AverageScoreOfEachSample = new(
        "fix-average-score-of-each-sample",
        "Average the score of each sample",
        "对每个样本的得分取平均");

    private static readonly MessageTemplate YesOrNo = new(
        "problem-yes-or-no-as-label",
        "one yes or no per sample as label",
        "每个样本一个是或否作为标签");

    private static readonly MessageTemplate ManyClasses = new(
        "ManyClasses",
        "the label has {classes} classes, but yes or no is needed.",
        "标签有 {classes} 个类别，但这里需要是或否。");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Anomaly scores", "异常评分");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Scores how well a number, such as the error of an autoencoder, tells what is unusual. The labels are used for scoring only.",
        "评估一个数值（例如自编码器的误差）区分异常的效果。标签只用于评分。");

    /// <inheritdoc/>
    public override string Source => "https://scikit-learn.org/stable/modules/model_evaluation.html";

    /// <inheritdoc/>
    public override Predicting Predicting { get; } = new(TaskKind.Anomaly, OutputActivation.Values);

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } = [new("score", new("Score", "得分")), new("label", new("Is unusual", "是否异常"))];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (score, label) = (block.Input, block.At("label")!);
        if (score.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, PlainValuesAsScore.With());
        }

        return !IsOnePerSample(score) ? CommonProblems.WrongRank(block, OneScorePerSample.With(),
                score.Shape.Rank < 2 ? null : CommonProblems.Insert(block, "score", "Mean", AverageScoreOfEachSample.With()))
            : !IsOnePerSample(label) || label.Shape[0] != score.Shape[0]
                ? CommonProblems.WrongRank(block, label, YesOrNo.With())
            : label.Classes is > 2 and var classes ? CommonProblems.Mismatch(block, ManyClasses.With(("classes", classes)))
            : null;
    }

    private static bool IsOnePerSample(TensorType type) =>
        type.Shape.Rank == 1 || (type.Shape.Rank == 2 && type.Shape[1] == (Dim)1);
}
