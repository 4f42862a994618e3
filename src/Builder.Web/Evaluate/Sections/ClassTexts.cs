using Builder.Graph;

namespace Builder.Web.Evaluate.Sections;

/// <summary>What the sections on classes say.</summary>
internal static class ClassTexts
{
    public static Localized Confusion { get; } = new("What it takes for what", "什么被认成了什么");
    public static Localized ConfusionTerm { get; } = new("Confusion matrix", "混淆矩阵");
    public static Localized ConfusionHelp { get; } = new(
        "Each row is a true class, each column what the model said. Right answers lie on the diagonal.",
        "每一行是真实类别，每一列是模型的回答，对角线上是答对的。");
    public static Localized ConfusionPress { get; } = new("Press a cell to see its examples.", "点一个格子可以查看其中的样本。");
    public static Localized TrueDown { get; } = new("True class", "真实类别");
    public static Localized PredictedAcross { get; } = new("Model says", "模型的回答");
    public static Localized PerClass { get; } = new("Class by class", "各类别的表现");
    public static Localized Class { get; } = new("Class", "类别");
    public static Localized PrecisionOf(string name) => new($"Right when it says “{name}”", $"回答“{name}”时说对的比例");
    public static Localized RecallOf(string name) => new($"Found, of all that are “{name}”", $"“{name}”中被找出的比例");
    public static Localized For(Localized title, string name) => new($"{title.En} (“{name}”)", $"{title.Zh}（“{name}”）");
    public static Localized MeanOf(Localized title) => new($"{title.En} (mean of the classes)", $"{title.Zh}（各类别平均）");
    public static Localized Cases { get; } = new("Cases", "样本数");
    public static Localized CurvesTitle { get; } = new("How well it ranks", "排序能力");
    public static Localized RocTitle { get; } = new("ROC curve", "ROC 曲线");
    public static Localized RocX { get; } = new("False alarms", "误报的比例");
    public static Localized RocY { get; } = new("Found", "找到的比例");
    public static Localized Guessing { get; } = new("Guessing", "随机猜测");
    public static Localized RocHelp { get; } = new(
        "Be stricter or laxer, and the point moves along the line. The further the line bends to the top left, the better.",
        "判断标准放宽或收紧，点就沿曲线移动。曲线越靠近左上角越好。");
    public static Localized PrTitle { get; } = new("Precision-recall curve", "精确率-召回率曲线");
    public static Localized PrX { get; } = new("Found (recall)", "找到的比例（召回率）");
    public static Localized PrY { get; } = new("Right when it says so (precision)", "说对的比例（精确率）");
    public static Localized PrHelp { get; } = new(
        "How many false alarms it costs to find more. The further to the top right, the better.", "要多找到一些，会带来多少误报。越靠近右上角越好。");
    public static Localized CalibrationTitle { get; } = new("Can its probabilities be believed?", "它给出的概率可信吗？");
    public static Localized CalibrationTerm { get; } = new("Calibration", "概率校准");
    public static Localized CalibrationX { get; } = new("Probability it gave", "模型给出的概率");
    public static Localized CalibrationY { get; } = new("How often it was so", "实际发生的比例");
    public static Localized Perfect { get; } = new("Perfectly honest", "完全可信");
    public static Localized CalibrationHelp { get; } = new(
        "On the dashed line, 80% sure means right in 80 of 100 cases. Below it the model is too sure of itself, above it too modest.",
        "落在虚线上时，“把握 80%”意味着 100 次中对 80 次。低于虚线说明过于自信，高于虚线说明过于保守。");
    public static Localized Model { get; } = new("Model", "模型");
}
