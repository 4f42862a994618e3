using Builder.Graph;
using Builder.Web.Scores;

namespace Builder.Web.Reports;

/// <summary>What a report says by itself; verdict, scores and comparisons have the words of the Evaluate page.</summary>
internal static class ReportTexts
{
    public static Localized TitleOf(string project) => new($"Report: {project}", $"报告：{project}");
    public static Localized Data { get; } = new("The data", "数据");
    public static Localized Model { get; } = new("The model", "模型");
    public static Localized Training { get; } = new("The training", "训练过程");
    public static Localized Limits { get; } = new("What to be careful with", "使用时请注意");
    public static Localized Origin { get; } = new("Where this report comes from", "报告来源");
    public static Localized Predicts { get; } = new("It predicts", "预测目标");
    public static Localized Weights { get; } = new("Weights to learn", "可训练参数");
    public static Localized EpochsDone { get; } = new("Epochs done", "实际训练轮数");
    public static Localized Time { get; } = new("Time of training", "训练用时");
    public static Localized Run { get; } = new("Run", "训练");
    public static Localized RunId { get; } = new("Id of the run", "训练标识");
    public static Localized Fingerprint { get; } = new("Fingerprint of the data", "数据指纹");
    public static Localized Version { get; } = new("Made with Builder", "Builder 版本");
    public static Localized Made { get; } = new("Report made", "报告生成时间");
    public static Localized Ended { get; } = new("Training ended", "训练结束时间");
    public static Localized Cases { get; } = new("Cases in each part", "各部分的样本数");
    public static Localized Colon { get; } = new(": ", "：");
    public static Localized Seconds(double seconds) => new($"{Figures.Number(seconds)} s", $"{Figures.Number(seconds)} 秒");
    public static Localized Moment(DateTime moment) => Figures.When(moment, DateTime.MaxValue);
}
