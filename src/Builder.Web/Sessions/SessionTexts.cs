using Builder.Graph;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Web.Sessions;

/// <summary>What open projects say.</summary>
internal static class SessionTexts
{
    private static readonly MessageTemplate DataAreRead = new(
        "ReadingData", "The data are being read. Shapes follow in a moment.", "正在读取数据，形状稍后显示。");

    private static readonly MessageTemplate ChangeFailed = new(
        "Broken",
        "This change was not carried out: something went wrong in Builder. Everything that was saved before is there. Make the change again; if that does not help, reload this page.",
        "这次修改没有完成：Builder 出了错。之前保存的内容都还在。请重新修改一次；如果仍然不行，请刷新本页。");

    private static readonly MessageTemplate CheckFailed = new(
        "NotAnalysed",
        "Builder cannot check this drawing: something went wrong in it. Your work is saved. Undo the last change, and make it in another way.",
        "Builder 无法检查当前的结构图：检查时出了错。您的工作已经保存。请撤销最后一次修改，换一种方式再做。");

    private static readonly MessageTemplate DataUnreadable = new(
        "DataFailed",
        "The data set “{dataSet}” cannot be read ({reason}). Check its file, or choose another one on the Data page.",
        "无法读取数据集“{dataSet}”（{reason}）。请检查数据文件，或在“数据”页另选一个。");

    private static readonly MessageTemplate DataNeedMemory = new(
        "DataTooLarge",
        "The data set “{dataSet}” needs more memory than this machine has. Use fewer rows or columns on the Data page.",
        "数据集“{dataSet}”所需的内存超出本机容量。请在“数据”页减少行数或列数。");

    public static SaveState Saved { get; } = new(SavePhase.Saved, new("All changes saved", "所有修改均已保存"));

    public static SaveState Saving { get; } = new(SavePhase.Saving, new("Saving…", "正在保存……"));

    public static Problem ReadingData { get; } = new(null, DataAreRead.With());

    public static Problem Broken { get; } = new(null, ChangeFailed.With());

    public static Problem NotAnalysed { get; } = new(null, CheckFailed.With());

    public static SaveState Waiting(Localized why) => new(SavePhase.Waiting, new(
        $"Not saved yet. {why.En} Your changes are kept until then; leave this page open.",
        $"尚未保存。{why.Zh}在此之前您的修改会一直保留，请不要关闭本页。"));

    public static Problem CannotBeSaved(Message why) => new(null, why) { Code = "CannotBeSaved" };

    public static Problem DataFailed(string dataSet, string reason) => new(null, DataUnreadable.With(("dataSet", dataSet), ("reason", reason)));

    public static Problem DataTooLarge(string dataSet) => new(null, DataNeedMemory.With(("dataSet", dataSet)));
}
