using Builder.Graph;

namespace Builder.Web.Evaluate.Sections;

/// <summary>What the sections on quantities, anomalies and texts say.</summary>
internal static class ValueTexts
{
    public static Localized PointsTitle { get; } = new("Predicted against true", "预测值与真实值");
    public static Localized PointsHelp { get; } = new(
        "Each dot is a case. On the dashed line the prediction is exact; the further away, the larger the error.", "每个点是一个样本。落在虚线上表示完全准确，离得越远误差越大。");
    public static Localized True { get; } = new("True", "真实值");
    public static Localized Predicted { get; } = new("Predicted", "预测值");
    public static Localized Exact { get; } = new("Exact", "完全准确");
    public static Localized TimeTitle { get; } = new("Along the time", "随时间变化");
    public static Localized TimeX { get; } = new("Test case, in order of time", "测试样本（按时间顺序）");
    public static Localized ResidualsTitle { get; } = new("How large the errors are", "误差有多大");
    public static Localized ResidualsTerm { get; } = new("Residuals", "残差");
    public static Localized Residual { get; } = new("Predicted minus true", "预测值减真实值");
    public static Localized Cases { get; } = new("Cases", "样本数");
    public static Localized ResidualsHelp { get; } = new(
        "A narrow hill around 0 is good. A hill beside 0 means that the model says too much (right) or too little (left).",
        "集中在 0 附近的窄峰最好。整体偏右说明预测偏高，偏左说明偏低。");
    public static Localized NoError { get; } = new("no error", "无误差");
    public static Localized Column { get; } = new("Column", "列");

    public static Localized AnomalyTitle { get; } = new("How unusual it finds usual and unusual samples", "它眼中的正常与异常");
    public static Localized AnomalyX { get; } = new("How unusual the model finds the sample", "模型给出的异常得分");
    public static Localized AnomalyHelp { get; } = new(
        "The less the two hills overlap, the better it tells them apart. Whatever lies further right counts in the last bar.",
        "两座“山峰”重叠越少，区分得越好。更靠右的样本都计入最后一条。");
    public static Localized ShareOfGroup { get; } = new("Percent of each kind", "占各类的百分比");
    public static Localized Usual { get; } = new("Usual", "正常");
    public static Localized Unusual { get; } = new("Unusual", "异常");
    public static Localized Threshold { get; } = new("best threshold", "最佳阈值");

    public static Localized TextsTitle { get; } = new("What it writes", "它写的内容");
    public static Localized Temperature { get; } = new("Temperature", "温度");
    public static Localized TemperatureHelp { get; } = new(
        "The higher the temperature, the more daring; the shaded beginning was given.", "温度越高越大胆；加底色的开头是事先给出的。");
    public static Localized PicturesTitle { get; } = new("What it draws", "它画的图");
    public static Localized PicturesAlt { get; } = new("Pictures that the model generated", "模型生成的图片");
}
