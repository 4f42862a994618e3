using Builder.Graph;

namespace Builder.Web.Use.TakeAway;

/// <summary>What is said where a model is taken away.</summary>
internal static class TakeAwayTexts
{
    public static Localized TakeAway { get; } = new("Take the model away", "带走模型");
    public static Localized Bundle { get; } = new("Download model (Builder, .zip)", "下载模型（Builder，.zip）");
    public static Localized BundleHelp { get; } = new("Opens again in Builder.", "可以在 Builder 中重新打开。");
    public static Localized Onnx { get; } = new("ONNX, for other programs", "ONNX，供其他程序使用");
    public static Localized OnnxHelp { get; } = new("Runs without Builder, nearly everywhere.", "不需要 Builder，几乎处处可用。");
    public static Localized Title { get; } = new("The model as an ONNX file", "导出为 ONNX 文件");

    public static Localized What { get; } = new(
        "One file that computes without Builder: on a server, in an app or a web page, in Python, C#, Java, JavaScript and others. Give it to whoever builds your program.",
        "只需一个文件，不用 Builder 也能运行：可以放在服务器、应用或网页里，支持 Python、C#、Java、JavaScript 等语言。把它交给为您开发程序的人即可。");

    public static Localized Takes { get; } = new(
        "It takes the values as they stand in your table, scales them itself, and gives probabilities, or quantities in their units. Texts are given as numbers of tokens; the vocabulary is in the file.",
        "它直接接收表格中的原始数值，自行完成缩放，并给出概率，或带单位的数值。文本需先转换为词元编号，词表就在文件里。");

    public static Localized Python { get; } = new("In Python, after “pip install onnxruntime”:", "在 Python 中，先执行“pip install onnxruntime”：");
    public static Localized Writing { get; } = new("Writing the file…", "正在生成文件……");
    public static Localized Download { get; } = new("Download the ONNX file", "下载 ONNX 文件");

    public static Localized Unforeseen { get; } = new(
        "The file could not be written, because of a mistake in Builder itself; its log says what. Close this and try again.",
        "Builder 自身出错，文件未能生成，详情见日志。请关闭窗口后重试。");
}
