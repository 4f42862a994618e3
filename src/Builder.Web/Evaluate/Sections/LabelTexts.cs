using Builder.Graph;

namespace Builder.Web.Evaluate.Sections;

/// <summary>What the sections on labels, and on thresholds, say.</summary>
internal static class LabelTexts
{
    public static Localized PerLabel { get; } = new("Label by label", "各标签的表现");
    public static Localized Help { get; } = new(
        "A case may have several labels, so each is judged by itself, and given from its own probability on. That probability was chosen on the validation part, where it finds most at fewest mistakes (best F1).",
        "一个样本可以有多个标签，因此每个标签单独判断，各有自己的概率阈值。阈值由验证部分确定：在那里既找得多、又错得少（F1 最高）。");
    public static Localized HelpUsual { get; } = new(
        "A case may have several labels, so each is judged by itself, and given from a probability of 50% on.", "一个样本可以有多个标签，因此每个标签单独判断，概率达到 50% 即给出。");
    public static Localized Label { get; } = new("Label", "标签");
    public static Localized Cases { get; } = new("Occurs in", "出现次数");
    public static Localized Given { get; } = new("Given", "给出次数");
    public static Localized From { get; } = new("Given from", "概率阈值");
    public static Localized Average { get; } = new("Average precision", "平均精确率");
    public static Localized TrueLabels { get; } = new("True labels", "真实标签");
    public static Localized None { get; } = new("none", "无");
    public static Localized Precision { get; } = new("Right when it gives a label (mean of the labels)", "给出标签时说对的比例（各标签平均）");
    public static Localized Recall { get; } = new("Labels found (mean of the labels)", "找到的标签（各标签平均）");
    public static Localized CountsFrom(string name, string probability) => new(
        $"Counts as “{name}” from {probability} on, because “{name}” is rare: on the validation part that finds most at fewest mistakes. The table, the scores and all predictions go by it.",
        $"概率达到 {probability} 即判为“{name}”，因为“{name}”很少见：在验证部分，这个阈值既找得多、又错得少。下面的表格、各项指标和所有预测都按此判断。");
    public static Localized CouldCountFrom(string name, string probability) => new(
        $"The likelier of the two is said. On the validation part it was better to count as “{name}” from {probability} on.", $"现在取概率较高的一方。在验证部分，概率达到 {probability} 即判为“{name}”效果更好。");
    public static Localized CountsByWorth(string name, string probability) => new(
        $"Counts as “{name}” from {probability} on, because you chose that by what right and wrong answers are worth. The table, the scores and all predictions go by it.",
        $"概率达到 {probability} 即判为“{name}”，这是您按答对和答错的价值选定的。下面的表格、各项指标和所有预测都按此判断。");
    public static Localized CouldCountByWorth(string name, string probability) => new(
        $"The likelier of the two is said. By what right and wrong answers are worth you had chosen to count as “{name}” from {probability} on.", $"现在取概率较高的一方。您曾按答对和答错的价值，选定概率达到 {probability} 即判为“{name}”。");
    public static Localized BackToLikelier { get; } = new("Count from 50% again", "恢复为 50%");
    public static Localized CountFrom(string name, string probability) => new($"Count as “{name}” from {probability}", $"{probability} 起判为“{name}”");
    public static Localized EachFromItsOwn { get; } = new(
        "Each label is given from a probability of its own on, chosen on the validation part; they stand in the table. The scores and all predictions go by them.",
        "每个标签各有自己的概率阈值，由验证部分确定，见下表。各项指标和所有预测都按此判断。");
    public static Localized AllFromHalf { get; } = new(
        "Each label is given from 50% on. On the validation part other probabilities were better.", "现在每个标签概率达到 50% 即给出。在验证部分，改用其他阈值效果更好。");
    public static Localized BackToHalf { get; } = new("Give all labels from 50%", "全部改为 50%");
    public static Localized BackToChosen { get; } = new("Give each label from its own probability", "各标签使用自己的阈值");
    public static Localized MeanOf(Localized title) => new($"{title.En} (mean of the labels)", $"{title.Zh}（各标签平均）");
}
