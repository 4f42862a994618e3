using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>What one thing is called in the product, and the words that would call it something else.</summary>
/// <param name="En">The English term.</param>
/// <param name="Zh">The Chinese term.</param>
/// <param name="Refused">What is refused, in either language, as a regular expression.</param>
/// <param name="Why">Why.</param>
internal sealed record Term(string En, string Zh, string Refused, string Why);

/// <summary>
/// The glossary: one term a thing. Whoever writes a text looks here first. A word is refused where it was once a second name of a
/// thing, so that people asked themselves what the difference is, or where it was a word-for-word translation.
/// </summary>
internal static partial class Terms
{
    public static IReadOnlyList<Term> All { get; } =
    [
        new("accuracy", "准确率", "正确率|答对的比例|正确比例", "the verdict, the tables and the cards said three different words for one number"),
        new("weights", "可训练参数", "可学习的数值|可学习数值|需要学习的数值|(?:numbers?|values) to learn", "the field's term; “values to learn” and “parameters” were the same count"),
        new("batch size", "批大小", "批次大小", "the usual short form"),
        new("learning rate schedule", "学习率调度", "学习率计划|学习率安排", "计划 is the training plan, which is another block"),
        new("skip connection", "跳跃连接", "捷径|跨层连接", "a word-for-word translation of shortcut"),
        new("dilation", "膨胀率", "扩张", "扩张 is to enlarge; nothing becomes larger"),
        new("regularisation", "正则化（防过拟合）", "防止死记硬背|防死记", "the field's term, with what it is for in brackets; 死记硬背 explains 过拟合 and does not replace it"),
        new("baseline", "基准", "最简单的(?:猜测|做法|回答|答案)|简单基准|朴素基准|plain answer|plainest|[Pp]lain baseline", "four names for what a model is compared with"),
        new("this model", "本模型", "该模型", "officialese; within a sentence 这个模型 or 模型"),
        new("propose a model", "推荐模型", "建议一个模型|建议的模型|重新建议|新建议", "建议 is advice on what to do; a model is 推荐"),
        new("try it", "试用", "试一试", "button, lead and empty page said two different words"),
        new("how good is it?", "效果如何？", "它有多好", "nobody asks so"),
        new("guessing", "随机猜测", "瞎猜", "too coarse for a verdict"),
        new("mute", "停用", "静音", "静音 is the mute of a loudspeaker"),
        new("linear layer", "全连接层", "线性层", "the block is called 全连接层"),
        new("duplicate", "创建副本", "复制一份", "复制 puts it on the clipboard"),
        new("picture", "图片", "图像(?!识别)", "图像识别 is the name of a field; what people bring is 图片"),
        new("number (type of a column)", "数值", "“数字”", "the type is called 数值 where it is chosen"),
        new("threshold", "阈值", "界限|门槛", "the table of labels and the verdict on anomalies said two words for one number"),
        new("link", "连线", "(?<=[a-z] )wires?(?![-\\w])", "what joins two blocks is a link in every menu and message"),
    ];

    /// <summary>The terms that a line of a file breaks, in words that tell what to write instead.</summary>
    /// <param name="place">Where the line stands.</param>
    /// <param name="line">The line.</param>
    public static IEnumerable<string> FaultsOf(string place, string line) => SpokenIn(line) is { Length: > 0 } spoken
        ? All.Where(t => Regex.IsMatch(spoken, t.Refused, RegexOptions.CultureInvariant))
            .Select(t => $"{place}: “{Regex.Match(spoken, t.Refused, RegexOptions.CultureInvariant).Value}” is called “{t.En}” / “{t.Zh}” ({t.Why}): {line.Trim()}")
        : [];

    // Comments are for programmers, and so are names: of a line of code counts what stands in quotes. A line that is no code counts as a whole.
    private static string SpokenIn(string line) => line.TrimStart() is var text && (text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("* ", StringComparison.Ordinal)) ? ""
        : Quoted().Matches(text) is { Count: > 0 } quoted && !TextRules.HasChinese(Quoted().Replace(text, "")) ? string.Join(' ', quoted.Select(m => m.Value))
        : TextRules.HasChinese(text) ? text : "";

    [GeneratedRegex("""["'`](?:[^"'`\\]|\\.)*["'`]""")]
    private static partial Regex Quoted();
}
