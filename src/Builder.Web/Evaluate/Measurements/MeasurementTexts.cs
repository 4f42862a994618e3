using Builder.Graph;

namespace Builder.Web.Evaluate.Measurements;

/// <summary>Why a measurement that somebody asked for did not come to its end.</summary>
internal static class MeasurementTexts
{
    public static Localized NoRunner { get; } = new(
        "The engine that measures cannot be started. Start Builder with ./builder run, which builds it.",
        "无法启动负责测量的引擎。请用 ./builder run 启动 Builder，它会自动构建引擎。");
    public static Localized Gone { get; } = new("The measurement stopped unexpectedly. Try again.", "测量意外中断。请重试。");
    public static Localized TooSlow { get; } = new(
        "Measuring took longer than ten minutes and was stopped. Train with less data or a smaller network.", "测量超过十分钟，已停止。请减少数据量，或使用更小的网络。");
    public static Localized Training { get; } = new(
        "A training needs the machine now. Try again when it is over.", "正在训练，需要占用这台电脑。请等训练结束后再试。");
}
