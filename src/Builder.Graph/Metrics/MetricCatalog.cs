using System.Collections.Immutable;
using Builder.Graph.Messages;
using static Builder.Graph.Metrics.MetricDirection;
using static Builder.Graph.Metrics.MetricFormat;
using static Builder.Graph.Metrics.TaskKind;

namespace Builder.Graph.Metrics;

/// <summary>
/// Every metric there is: the engine computes these, project files name them, people meet them. The numbers are scikit-learn's:
/// https://scikit-learn.org/stable/modules/model_evaluation.html.
/// </summary>
public static class MetricCatalog
{
    private static readonly ImmutableArray<TaskKind> Any = [];
    private static readonly ImmutableArray<TaskKind> Classes = [Classification, BinaryClassification];
    private static readonly ImmutableArray<TaskKind> Labels = [MultiLabel];
    private static readonly ImmutableArray<TaskKind> ClassesAndLabels = [Classification, BinaryClassification, MultiLabel];
    private static readonly ImmutableArray<TaskKind> ClassesAndText = [Classification, BinaryClassification, LanguageModel];
    private static readonly ImmutableArray<TaskKind> Rankings = [Classification, BinaryClassification, MultiLabel, Anomaly];
    private static readonly ImmutableArray<TaskKind> Quantities = [Regression];
    private static readonly ImmutableArray<TaskKind> Text = [LanguageModel];
    private static readonly ImmutableArray<TaskKind> Anomalies = [Anomaly];

    /// <summary>Share of right answers.</summary>
    public static MetricDefinition Accuracy { get; } = new("accuracy", new("Accuracy", "准确率"), new("Right answers", "准确率"), new(
        "Of 100 cases, so many get the right answer. Misleading where one class is far more frequent than the others.",
        "每 100 个样本中答对的个数。当某一类别远多于其他类别时，这个数会显得过于乐观。"), Larger, Percent, ClassesAndText);

    /// <summary>Mean of the classes' recall.</summary>
    public static MetricDefinition BalancedAccuracy { get; } = new("balancedAccuracy", new("Balanced accuracy", "平衡准确率"), new("Right answers, each class counted the same", "各类别同等看待时的准确率"), new(
        "The mean of the classes' recall: rare classes weigh as much as frequent ones.",
        "各类别召回率的平均值，少见的类别与常见的类别同样重要。"), Larger, Percent, Classes);

    /// <summary>Share of the cases called positive that are.</summary>
    public static MetricDefinition Precision { get; } = new("precision", new("Precision", "精确率"), new("Right when it names a class", "说出某一类时说对的比例"), new(
        "Of 100 cases that the model puts into a class, so many really belong there. Low precision means false alarms.",
        "被模型归入某一类的 100 个样本中，确实属于该类的个数。偏低说明误报较多。"), Larger, Percent, ClassesAndLabels);

    /// <summary>Share of the positive cases that are called so.</summary>
    public static MetricDefinition Recall { get; } = new("recall", new("Recall", "召回率"), new("Found", "找到的比例"), new(
        "Of 100 cases that really belong to a class, the model finds so many. Low recall means that cases are missed.",
        "确实属于某一类的 100 个样本中，模型找出的个数。偏低说明漏报较多。"), Larger, Percent, ClassesAndLabels);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public static MetricDefinition F1 { get; } = new("f1", new("F1 score", "F1 分数"), new("Finding and being right in one number", "兼顾“找到”与“说对”"), new(
        "High only where both precision and recall are high.", "只有精确率和召回率都高时才会高。"), Larger, Percent, Classes);

    /// <summary>Mean of the labels' F1: rare labels weigh as much as frequent ones.</summary>
    public static MetricDefinition MacroF1 { get; } = new("macroF1", new("Macro F1", "宏平均 F1"), new("Finding labels and being right, each label counted the same", "各标签同等看待时，兼顾“找到”与“说对”"), new(
        "The mean of the labels' F1 scores. A label's is high only where it is found and also right where it is given.",
        "各标签 F1 分数的平均值。只有既找得到、又说得对，一个标签的分数才会高。"), Larger, Percent, Labels);

    /// <summary>Share of the rows whose labels are all right and none is missing.</summary>
    public static MetricDefinition SubsetAccuracy { get; } = new("subsetAccuracy", new("Subset accuracy", "完全匹配率"), new("All labels of a case right", "标签全部正确"), new(
        "Of 100 cases, for so many every label is right and none is missing.", "每 100 个样本中，标签一个不多、一个不少的样本数。"), Larger, Percent, Labels);

    /// <summary>Area under the ROC curve.</summary>
    public static MetricDefinition RocAuc { get; } = new("rocAuc", Localized.Same("ROC AUC"), new("Puts the right one first", "能否排对先后"), new(
        "Take one case of the class and one other: so often the model gives the first the higher probability. 0.5 is guessing, 1 is perfect.",
        "任取一个属于该类别的样本和一个不属于的样本，模型给前者更高概率的机会有多大。0.5 等于随机猜测，1 表示完全准确。"), Larger, ThreeDecimals, Rankings);

    /// <summary>Average precision.</summary>
    public static MetricDefinition PrAuc { get; } = new("prAuc", new("PR AUC (average precision)", "PR AUC（平均精确率）"), new("Right when it says yes, over all thresholds", "各种阈值下“说对”的平均水平"), new(
        "Tells more than ROC AUC where the class is rare. 1 is perfect.", "当该类别很少见时，它比 ROC AUC 更能说明问题。1 表示完全准确。"), Larger, ThreeDecimals, Rankings);

    /// <summary>Share of the target's variance that is explained; negative where the mean does better.</summary>
    public static MetricDefinition R2 { get; } = new("r2", new("R²", "R²（决定系数）"), new("How much of the differences it explains", "解释了多少差异"), new(
        "1 is perfect; 0 is no better than always saying the mean; below 0 is worse than that.",
        "1 表示完全准确；0 与“总是回答平均值”一样；小于 0 则还不如平均值。"), Larger, ThreeDecimals, Quantities);

    /// <summary>Mean absolute error, in the target's units.</summary>
    public static MetricDefinition Mae { get; } = new("mae", new("Mean absolute error (MAE)", "平均绝对误差（MAE）"), new("Off by, on average", "平均差多少"), new(
        "So far a prediction lies from the truth, on average.", "预测值与真实值平均相差多少。"), Smaller, Quantity, Quantities);

    /// <summary>Median of the absolute errors, in the target's units.</summary>
    public static MetricDefinition MedianAbsoluteError { get; } = new("medianAbsoluteError", new("Median absolute error", "绝对误差中位数"), new("Off by, typically", "通常差多少"), new(
        "Half of the predictions are closer to the truth than this. A few large errors do not change it.",
        "有一半预测的误差比它小。少数很大的误差不会影响它。"), Smaller, Quantity, Quantities);

    /// <summary>Root of the mean squared error, in the target's units.</summary>
    public static MetricDefinition Rmse { get; } = new("rmse", new("Root mean squared error (RMSE)", "均方根误差（RMSE）"), new("Off by, large errors weigh more", "差多少（大误差更受重视）"), new(
        "Like the mean error, but a single large error counts more than many small ones.", "与平均误差相近，但一个大误差比许多小误差影响更大。"), Smaller, Quantity, Quantities);

    /// <summary>Mean absolute error as a share of the true value: 0.05 is five percent.</summary>
    public static MetricDefinition Mape { get; } = new("mape", new("Mean absolute percentage error (MAPE)", "平均绝对百分比误差（MAPE）"), new("Off by, as a share of the true value", "误差占真实值的比例"), new(
        "5% means: a prediction is off by a twentieth of the true value. Means nothing where true values come near 0.",
        "5% 表示预测值与真实值平均相差二十分之一。真实值接近 0 时没有意义。"), Smaller, Percent, Quantities);

    /// <summary>e to the mean negative log likelihood of a token.</summary>
    public static MetricDefinition Perplexity { get; } = new("perplexity", new("Perplexity", "困惑度"), new("Undecided between", "在多少个选择之间犹豫"), new(
        "The model is as unsure of the next piece of text as if it had to choose among so many equally likely ones. 1 would be certain.",
        "模型对下一个字或词的把握，相当于在这么多个同样可能的选项中挑选。1 表示完全确定。"), Smaller, Number, Text);

    /// <summary>Mean negative log likelihood in nats.</summary>
    public static MetricDefinition LogLoss { get; } = new("logLoss", new("Log loss (cross entropy)", "对数损失（交叉熵）"), new("How wrong its probabilities are", "概率有多不准"), new(
        "0 is perfect. Being sure and wrong costs much, being unsure costs little.", "0 表示完全准确。很有把握却答错，代价很大；没有把握则代价较小。"), Smaller, Number, ClassesAndText);

    /// <summary>The best F1 that a threshold on the anomaly score reaches.</summary>
    public static MetricDefinition BestF1 { get; } = new("bestF1", new("Best F1", "最佳 F1"), new("Finding and being right, at the best threshold", "最佳阈值下兼顾“找到”与“说对”"), new(
        "The F1 score at the threshold that suits best.", "选用最合适的阈值时的 F1 分数。"), Larger, Percent, Anomalies);

    /// <summary>That threshold: a case is called unusual when its score is at least this.</summary>
    public static MetricDefinition BestF1Threshold { get; } = new("bestF1Threshold", new("Best threshold", "最佳阈值"), new("Unusual from here on", "从这个数起算作异常"), new(
        "A sample whose number is at least this is best called unusual.", "得分达到这个数的样本，判为异常最为合适。"), Neither, Number, Anomalies);

    /// <summary>Mean squared error, in the square of the target's units.</summary>
    public static MetricDefinition Mse { get; } = new("mse", new("Mean squared error (MSE)", "均方误差（MSE）"), new("Squared error", "误差的平方"), new(
        "The mean of the squared errors; training often makes this small. Its unit is the square of the values' unit.",
        "误差平方的平均值，训练往往就是让它变小。它的单位是数值单位的平方。"), Smaller, Number, Quantities);

    /// <summary>What training makes small, a mean over the samples; in whatever unit the loss has.</summary>
    public static MetricDefinition Loss { get; } = new("loss", new("Loss", "损失"), new("What training makes small", "训练要减小的量"), new(
        "The number that the optimizer lowers. Compare it only between runs of the same model.",
        "优化器不断减小的数。只宜在同一模型的不同训练之间比较。"), Smaller, Number, Any);

    /// <summary>All metrics, the most telling first.</summary>
    public static ImmutableArray<MetricDefinition> All { get; } =
    [
        Accuracy, BalancedAccuracy, MacroF1, Precision, Recall, F1, RocAuc,
        PrAuc, SubsetAccuracy, R2, Mae, MedianAbsoluteError, Rmse, Mape,
        Perplexity, LogLoss, BestF1, BestF1Threshold, Mse, Loss,
    ];

    internal static readonly IReadOnlyList<MessageTemplate> Names = [.. All.Select(m => new MessageTemplate(MetricDefinition.NamePrefix + m.Id, m.Term.En, m.Term.Zh))];

    /// <summary>The metrics that score the predictions of a task, the most telling first; none for a task without a truth to compare with.</summary>
    public static IEnumerable<MetricDefinition> Of(TaskKind task) => All.Where(metric => metric.Tasks.Contains(task));

    /// <summary>The metric that a verdict on single predictions leads with; null for a task whose predictions are no single classes, labels or quantities.</summary>
    public static MetricDefinition? Leading(TaskKind task) => task switch
    {
        Classification or BinaryClassification => Accuracy,
        MultiLabel => MacroF1,
        Regression => Mae,
        _ => null,
    };

    /// <summary>
    /// The metric of a name, with what stands before or behind it put into its words; one that nobody has described, as older or newer
    /// runs may have, keeps its name.
    /// </summary>
    public static MetricDefinition Named(string name)
    {
        if (Find(name) is { } known)
        {
            return known;
        }

        if (name.LastIndexOf('.') is > 0 and var last && Find(name[(last + 1)..]) is { } ofPrediction)
        {
            return ofPrediction.Of(name[..last]);
        }

        return name.StartsWith($"{Loss.Id}.", StringComparison.Ordinal) ? Loss.Called(name[(Loss.Id.Length + 1)..])
            : new(name, Localized.Same(name), Localized.Same(name), new("A value of this model's own.", "本模型自带的一项数值。"), Neither, Number, Any);
    }

    /// <summary>Names in the order of importance, each once; those of no metric behind them by the alphabet.</summary>
    public static IEnumerable<string> Ordered(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(Place).ThenBy(name => name, StringComparer.Ordinal);

    private static MetricDefinition? Find(string name) => All.FirstOrDefault(metric => metric.Id == name);

    private static int Place(string name) => Find(name) is { } metric ? All.IndexOf(metric) : All.Length;
}
