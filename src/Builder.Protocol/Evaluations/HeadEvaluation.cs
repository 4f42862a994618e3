using Builder.Graph.Metrics;

namespace Builder.Protocol.Evaluations;

/// <summary>
/// How good one prediction is. One of <see cref="Classes"/>, <see cref="Labels"/>, <see cref="Values"/> and <see cref="Anomaly"/> is there.
/// </summary>
public sealed record HeadEvaluation
{
    /// <summary>Its name: the target column, or the name of the output.</summary>
    public required string Name { get; init; }

    /// <summary>"classification", "binaryClassification", "multiLabel", "regression" or "anomaly".</summary>
    public required TaskKind Task { get; init; }

    /// <summary>The columns that hold the true values.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>For classes.</summary>
    public ClassEvaluation? Classes { get; init; }

    /// <summary>For labels of which a sample may have any number.</summary>
    public LabelEvaluation? Labels { get; init; }

    /// <summary>
    /// From which probability on one of two classes is said, or each label given, chosen on the validation part. Empty where the likeliest class is said
    /// and labels are given from one half on, and in older files.
    /// </summary>
    public IReadOnlyList<ClassThreshold> Thresholds { get; init; } = [];

    /// <summary>
    /// What answers are worth to the person who chose the threshold by it; null where it was chosen by F1, or the likelier class is said.
    /// </summary>
    public AnswerValues? Worth { get; init; }

    /// <summary>For quantities: one for each target column.</summary>
    public IReadOnlyList<ValueEvaluation> Values { get; init; } = [];

    /// <summary>For anomalies.</summary>
    public AnomalyEvaluation? Anomaly { get; init; }

    /// <summary>
    /// How good it is for the values of each column that tells its cases apart, the most unequal one first. Empty for labels, anomalies and several quantities at once, where the
    /// source is no table, and in older files.
    /// </summary>
    public IReadOnlyList<GroupedScores> Groups { get; init; } = [];

    /// <summary>Some samples, the largest error first: most of the worst, and some of the best at the end.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];
}

/// <summary>How good predictions of classes are.</summary>
public sealed record ClassEvaluation
{
    /// <summary>Names of the classes in their order. With two, the second is the positive one.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>[true class][predicted class]: how often. Null where there are more than 100 classes.</summary>
    public IReadOnlyList<IReadOnlyList<long>>? Confusion { get; init; }

    /// <summary>The scores of each class, in the order of the names.</summary>
    public required IReadOnlyList<ClassResult> PerClass { get; init; }

    /// <summary>
    /// ROC and precision-recall curves: with two classes that of the positive one; otherwise each class against all others, for at most 20
    /// of the most frequent classes. A class that does not occur, or alone, has none.
    /// </summary>
    public required IReadOnlyList<ClassCurve> Curves { get; init; }

    /// <summary>
    /// With two classes: how often the positive one is true where the model finds it so likely. Otherwise: how often the model is right where
    /// it is so sure. Ten bins of equal width; empty ones are left out.
    /// </summary>
    public required IReadOnlyList<CalibrationBin> Calibration { get; init; }
}

/// <summary>The scores of a class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Precision">Share of the cases called so that are so.</param>
/// <param name="Recall">Share of the cases that are so and are called so.</param>
/// <param name="F1">Harmonic mean of both.</param>
/// <param name="Cases">How many cases truly are of the class.</param>
public sealed record ClassResult(string Name, double Precision, double Recall, double F1, long Cases);

/// <summary>How good predictions of labels are.</summary>
public sealed record LabelEvaluation
{
    /// <summary>The scores of each label, in their order.</summary>
    public required IReadOnlyList<LabelResult> PerLabel { get; init; }

    /// <summary>
    /// ROC and precision-recall curves of at most 20 of the most frequent labels. A label that no sample has, or all have, has none.
    /// </summary>
    public required IReadOnlyList<ClassCurve> Curves { get; init; }

    /// <summary>Lowest and highest macro F1 in 95 of 100 draws of as many samples (bootstrap).</summary>
    public required ScoreRange MacroF1Range { get; init; }
}

/// <summary>The scores of a label.</summary>
/// <param name="Name">The label.</param>
/// <param name="Precision">Share of the samples given it that have it.</param>
/// <param name="Recall">Share of the samples with it that are given it.</param>
/// <param name="F1">Harmonic mean of both.</param>
/// <param name="Cases">How many samples truly have it.</param>
/// <param name="Given">How many are given it.</param>
/// <param name="Right">How many have it and are given it.</param>
/// <param name="AveragePrecision">Precision over all thresholds; null where no sample has it, or all have.</param>
/// <param name="Threshold">The probability from which on it is given.</param>
public sealed record LabelResult(
    string Name, double Precision, double Recall, double F1, long Cases, long Given, long Right, double? AveragePrecision, double Threshold);

/// <summary>Where a score most likely lies.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record ScoreRange(double Low, double High);

/// <summary>How well the probability of a class tells its cases from the others.</summary>
/// <param name="Class">The class.</param>
/// <param name="RocAuc">Area under the ROC curve.</param>
/// <param name="PrAuc">Average precision.</param>
/// <param name="Roc">X: share of the other cases called so; Y: share of its cases called so. From (0, 0) to (1, 1).</param>
/// <param name="Pr">X: recall; Y: precision. From recall 0 to 1.</param>
public sealed record ClassCurve(string Class, double RocAuc, double PrAuc, IReadOnlyList<CurvePoint> Roc, IReadOnlyList<CurvePoint> Pr);

/// <summary>Some samples with similar probabilities.</summary>
/// <param name="Probability">Mean of the probabilities that the model gave.</param>
/// <param name="Share">How often it was so.</param>
/// <param name="Cases">How many samples.</param>
public sealed record CalibrationBin(double Probability, double Share, long Cases);

/// <summary>How good predictions of a quantity are.</summary>
/// <param name="Column">The target column.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Points">At most 2,000, spread evenly over the samples and in their order.</param>
/// <param name="InTimeOrder">True where the samples follow each other in time, so that a line through the points means something.</param>
/// <param name="Residuals">How often which error (predicted minus true) occurs, over all samples.</param>
/// <param name="MeanResidual">Mean error: above 0 the model says too much.</param>
public sealed record ValueEvaluation(
    string Column, string? Unit, IReadOnlyList<ValuePoint> Points, bool InTimeOrder, Histogram Residuals, double MeanResidual);

/// <summary>How well a number tells unusual samples from usual ones.</summary>
/// <param name="Curve">Of the unusual ones; null where all samples have one label.</param>
/// <param name="Usual">How often which number occurs among usual samples.</param>
/// <param name="Unusual">The same for unusual ones, over the same range.</param>
/// <param name="Threshold">The number from which on a sample is best called unusual; null where that cannot be told.</param>
public sealed record AnomalyEvaluation(ClassCurve? Curve, Histogram Usual, Histogram Unusual, double? Threshold);

/// <summary>How often numbers occur, in bins of equal width.</summary>
/// <param name="From">Where the first bin begins.</param>
/// <param name="To">Where the last bin ends.</param>
/// <param name="Counts">How many in each bin.</param>
public sealed record Histogram(double From, double To, IReadOnlyList<long> Counts);

/// <summary>A sample and what the model makes of it.</summary>
public sealed record Example
{
    /// <summary>Its place in the source, from 0: the row of the table (without the header) or the number of the picture.</summary>
    public required long Row { get; init; }

    /// <summary>What the model was given, by column, as it stands in the source; for series the latest row. Pictures are left out.</summary>
    public IReadOnlyDictionary<string, string?> Inputs { get; init; } = new Dictionary<string, string?>();

    /// <summary>A PNG file of the picture as the model sees it, relative to the run's folder; null where there is none.</summary>
    public string? Picture { get; init; }

    /// <summary>The truth, as a class name or number with unit left out; labels with commas between them, empty where there are none.</summary>
    public required string True { get; init; }

    /// <summary>The prediction, likewise; for anomalies how unusual the sample is.</summary>
    public required string Predicted { get; init; }

    /// <summary>For classes: how likely the model finds what it predicts.</summary>
    public double? Probability { get; init; }

    /// <summary>For classes: how likely it finds the truth.</summary>
    public double? ProbabilityOfTrue { get; init; }

    /// <summary>
    /// How wrong it is: for classes the negative logarithm of the truth's probability, for labels the mean of theirs; for a quantity the absolute error (of several target
    /// columns the mean, each in standard deviations); for anomalies how far, from 0 to 1, the sample stands from its end of the ranking.
    /// </summary>
    public required double Loss { get; init; }

    /// <summary>False for a wrong class, or where a label is wrong or missing; null for quantities.</summary>
    public bool? Right { get; init; }
}
