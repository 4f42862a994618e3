using System.Globalization;
using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Storage.Runs;

namespace Builder.Web.Runs.Page;

/// <summary>Says in one sentence how good the model of a run is, next to the plainest guess.</summary>
public static class OutcomeWords
{
    /// <summary>The sentence.</summary>
    /// <param name="scores">The scores of the run.</param>
    /// <param name="testSamples">How many test samples there are.</param>
    public static Localized Of(RunScores scores, long testSamples)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var (told, unseen) = scores.Test.Count > 0 ? (scores.Test, true) : (scores.Validation.Count > 0 ? scores.Validation : scores.Train, false);
        var sentence = Sentence(scores, told, unseen ? testSamples : 0);
        return unseen || scores.Task == TaskKind.Generation ? sentence : new(
            $"{sentence.En} No cases were held back for a test, so new ones may fare worse.", $"{sentence.Zh}没有留出测试样本，遇到新数据时可能会差一些。");
    }

    private static Localized Sentence(RunScores scores, IReadOnlyDictionary<string, double?> told, long samples) => scores.Task switch
    {
        TaskKind.LanguageModel when told.GetValueOrDefault(MetricCatalog.Perplexity.Id) is { } perplexity => new(
            $"At each step it is as undecided as between {Number(perplexity)} equally likely pieces of text"
            + (scores.Baseline.GetValueOrDefault(MetricCatalog.Perplexity.Id) is { } plain ? $"; knowing only how common each is, it would be between {Number(plain)}" : "")
            + ". Read below what it writes.",
            $"每写一步，它的犹豫程度相当于在 {Number(perplexity)} 个同样可能的选项中挑选"
            + (scores.Baseline.GetValueOrDefault(MetricCatalog.Perplexity.Id) is { } guess ? $"；如果只知道每个字或词有多常见，则相当于 {Number(guess)} 个" : "")
            + "。请看下面它写的文字。"),
        TaskKind.Generation => new("It makes new pictures; look below at what it draws.", "它会生成新图片，请看下面它画的图。"),
        TaskKind.Anomaly when told.GetValueOrDefault(MetricCatalog.RocAuc.Id) is { } area => new(
            $"Shown one unusual and one usual case, it picks the unusual one {OfHundred(area)} times of 100; guessing would 50 times.",
            $"任取一个异常样本和一个正常样本，100 次中有 {OfHundred(area)} 次能认出异常的；随机猜测只能认出 50 次。"),
        TaskKind.MultiLabel when told.GetValueOrDefault(MetricCatalog.MacroF1.Id) is { } f1 => Labels(f1, told, scores.Baseline.GetValueOrDefault(MetricCatalog.MacroF1.Id)),
        _ when told.GetValueOrDefault(MetricCatalog.Accuracy.Id) is { } accuracy =>
            Accuracy(accuracy, scores.Baseline.GetValueOrDefault(MetricCatalog.Accuracy.Id), told.GetValueOrDefault(MetricCatalog.BalancedAccuracy.Id), samples),
        _ when told.GetValueOrDefault(MetricCatalog.Mae.Id) is { } error => Error(error, scores.Baseline.GetValueOrDefault(MetricCatalog.Mae.Id), scores.Units.GetValueOrDefault(MetricCatalog.Mae.Id)),
        _ when told.GetValueOrDefault(MetricCatalog.Loss.Id) is { } loss => new(
            $"Its error went down to {Number(loss)}.", $"误差降到了 {Number(loss)}。"),
        _ => new("The model is kept.", "模型已保存。"),
    };

    private static Localized Labels(double f1, IReadOnlyDictionary<string, double?> told, double? baseline)
    {
        var (precision, recall) = (told.GetValueOrDefault(MetricCatalog.Precision.Id) ?? 0, told.GetValueOrDefault(MetricCatalog.Recall.Id) ?? 0);
        var model = new Localized(
            $"Of 100 labels that it gives {OfHundred(precision)} are right, and of 100 that are there it finds {OfHundred(recall)} (mean of the labels; together an F1 of {OfHundred(f1)}%)",
            $"它给出的 100 个标签中有 {OfHundred(precision)} 个是对的，实有的 100 个标签能找出 {OfHundred(recall)} 个（各标签平均，合为 F1 {OfHundred(f1)}%）");
        return baseline switch
        {
            null => new($"{model.En}.", $"{model.Zh}。"),
            { } plain when f1 <= plain => new(
                $"{model.En}. That is no better than always giving the same labels, which reaches {OfHundred(plain)}%.", $"{model.Zh}。这并不比总是给出同样的标签（F1 为 {OfHundred(plain)}%）更好。"),
            { } plain => new(
                $"{model.En}; always giving the same labels would reach {OfHundred(plain)}%.", $"{model.Zh}；总是给出同样的标签，F1 只有 {OfHundred(plain)}%。"),
        };
    }

    private static Localized Accuracy(double accuracy, double? baseline, double? balanced, long samples)
    {
        var model = accuracy >= 1 && samples > 0
            ? new Localized($"It gets all {samples:N0} cases right that it has never seen", $"{samples:N0} 个从未见过的样本全部答对")
            : new($"Of 100 cases it has never seen it gets {OfHundred(accuracy)} right", $"每 100 个从未见过的样本，它能答对 {OfHundred(accuracy)} 个");
        return baseline switch
        {
            null => new($"{model.En}.", $"{model.Zh}。"),
            // Whoever finds the rare class pays with false alarms; each class counted the same, always the most frequent answer is right in a half at most.
            { } plain when accuracy <= plain && balanced is > 0.55 and var fair => new(
                $"{model.En}. Always giving the most frequent answer would get {OfHundred(plain)}, but would find nothing else: with each class counted the same it is right in {OfHundred(fair)} of 100, that answer in 50 at most.",
                $"{model.Zh}。总是回答最常见的类别能答对 {OfHundred(plain)} 个，却找不到其他类别：各类别同等看待时，它每 100 个答对 {OfHundred(fair)} 个，那样回答最多 50 个。"),
            { } plain when accuracy <= plain => new(
                $"{model.En}. That is no better than always giving the most frequent answer, which gets {OfHundred(plain)} of 100.",
                $"{model.Zh}。这并不比总是回答最常见的类别（每 100 个答对 {OfHundred(plain)} 个）更好。"),
            { } plain => new(
                $"{model.En}; always giving the most frequent answer would get {OfHundred(plain)} of 100.",
                $"{model.Zh}；总是回答最常见的类别，每 100 个只能答对 {OfHundred(plain)} 个。"),
        };
    }

    private static Localized Error(double error, double? baseline, string? unit)
    {
        var model = new Localized(
            $"On cases it has never seen it is off by {WithUnit(error, unit)} on average", $"对从未见过的样本，平均误差为 {WithUnit(error, unit)}");
        return baseline switch
        {
            null => new($"{model.En}.", $"{model.Zh}。"),
            { } plain when error >= plain => new(
                $"{model.En}. The baseline is no worse: {WithUnit(plain, unit)}.", $"{model.Zh}。基准也不比它差：{WithUnit(plain, unit)}。"),
            { } plain => new(
                $"{model.En}; the baseline would be off by {WithUnit(plain, unit)}.", $"{model.Zh}；基准的误差为 {WithUnit(plain, unit)}。"),
        };
    }

    // Never 100 where it is not all, and never 0 where it is not nothing.
    private static string OfHundred(double share) => (share switch
    {
        < 1 and > 0.99 => Math.Floor(share * 1000) / 10,
        > 0 and < 0.01 => Math.Ceiling(share * 1000) / 10,
        _ => Math.Round(share * 100, MidpointRounding.AwayFromZero),
    }).ToString("0.#", CultureInfo.InvariantCulture);

    private static string WithUnit(double value, string? unit) => unit is null ? Number(value) : $"{Number(value)} {unit}";

    private static string Number(double value) => Math.Abs(value) >= 1000
        ? value.ToString("N0", CultureInfo.InvariantCulture)
        : double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);
}
