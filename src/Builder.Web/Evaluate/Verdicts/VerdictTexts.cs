using Builder.Graph;
using Builder.Protocol;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>Sentences that several verdicts use.</summary>
internal static class VerdictTexts
{
    public static Localized Generation { get; } = new("This model makes new pictures; no single number says how good they are.", "这个模型会生成新图片；没有哪个数字能单独说明它们好不好。");

    public static Localized LookAtPictures { get; } = new(
        "Look at what it draws: are the pictures clear, and are they all different?", "请看看它画的图：清晰吗？彼此不同吗？");

    public static Localized Reconstruction { get; } = new(
        "This model learns to repeat its input through a narrow middle.", "这个模型学习把输入压缩后再还原出来。");

    public static Localized NoTruth { get; } = new("There is nothing to compare this model's answers with.", "没有可供对照的真实答案。");

    public static Localized CameAsFile { get; } = new("This model came in as a file.", "这个模型是以文件形式导入的。");

    public static Localized ScoresOfMaker { get; } = new(
        "The scores below were measured where it was trained. Without its data they cannot be checked here.",
        "下面的指标是在训练它的地方测得的；没有训练数据，无法在这里核对。");

    public static Localized LookAtScores { get; } = new("The scores below show how small its error became.", "下面的数值显示它的误差降到了多少。");

    public static Localized MoreTestCases { get; } = new(
        "More test cases would make this surer: add rows, or give the test part a larger share on the Data page.",
        "增加测试样本可以让结论更可靠：请补充数据，或在“数据”页面把测试部分的比例调大。");

    public static Localized SmallerRate { get; } = new(
        "It is wrong by more than before it was trained: its learning rate is most likely too large. The Train page offers to train again with a tenth of it.",
        "它训练之后反而比训练之前错得更多，很可能是学习率太大。“训练”页面可以一键改用十分之一的学习率重新训练。");

    /// <summary>Fewer test cases than this leave any score unsure.</summary>
    public const int FewCases = 100;

    /// <summary>What helps a model that knows its training cases by heart.</summary>
    public static Localized ByHeart(SizeFinding sizes)
    {
        var advice = sizes switch
        {
            { SmallerHelps: true } => new Localized(
                "The smaller network that was tried does better, see below. More data or Dropout can help as well.",
                "试过的较小网络表现更好，见下文。增加数据或加入随机失活层（Dropout）也可能有帮助。"),
            { LargerHelps: true } => new(
                "Even so the larger network that was tried does better, see below. More data or Dropout usually help as well.",
                "即便如此，试过的较大网络表现更好，见下文。增加数据或加入随机失活层（Dropout）通常也有帮助。"),
            { SmallerHelps: false } => new(
                "More data or Dropout usually help; a smaller network was tried and is not clearly better.",
                "增加数据或加入随机失活层（Dropout）通常有帮助；较小的网络已经试过，并没有明显更好。"),
            _ => new("More data, Dropout or a smaller network usually help.", "增加数据、加入随机失活层（Dropout）或缩小网络通常有帮助。"),
        };
        return new($"It does much better on its training cases: it partly learns them by heart. {advice.En}", $"它在训练样本上的表现好得多，说明有些过拟合（死记硬背）。{advice.Zh}");
    }

    /// <summary>The level where a simple method may be surely better: there is room above then.</summary>
    public static VerdictLevel Level(VerdictLevel alone, bool isBeaten) => isBeaten && alone == VerdictLevel.Good ? VerdictLevel.Fair : alone;

    /// <summary>The level in a word or two, and what was counted.</summary>
    /// <param name="level">The level.</param>
    /// <param name="told">What was counted, as a sentence.</param>
    /// <param name="areFew">Whether more cases could still change it.</param>
    public static Localized Headline(VerdictLevel level, Localized told, bool areFew) => level switch
    {
        VerdictLevel.Good => new($"Good. {told.En}", $"很好。{told.Zh}"),
        VerdictLevel.Fair => new($"It has learned something. {told.En}", $"确实学到了东西。{told.Zh}"),
        VerdictLevel.Open when !areFew => new($"Hardly better than the baseline. {told.En}", $"与基准相差不大。{told.Zh}"),
        VerdictLevel.Open => new($"Too early to tell. {told.En}", $"暂时还说不准。{told.Zh}"),
        _ => new($"Not useful yet. {told.En}", $"目前还没有用处。{told.Zh}"),
    };

    /// <summary>What would help.</summary>
    /// <param name="level">The level.</param>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="isMuchBetterOnTraining">Whether it does so much better on what it learned from that it knows that by heart.</param>
    /// <param name="sizes">What was measured of other sizes.</param>
    public static IEnumerable<Localized> Hints(VerdictLevel level, Evaluation evaluation, bool isMuchBetterOnTraining, SizeFinding sizes)
    {
        if (evaluation.Part == "test" && isMuchBetterOnTraining)
        {
            yield return ByHeart(sizes);
        }
        else if (level == VerdictLevel.Poor)
        {
            yield return ForPoor(evaluation, sizes);
        }

        if (evaluation.Part == "test" && evaluation.Samples < FewCases)
        {
            yield return MoreTestCases;
        }
    }

    /// <summary>What helps a model that has learned too little.</summary>
    public static Localized ForPoor(Evaluation evaluation, SizeFinding sizes) =>
        RunFaults.EndedWorse(evaluation.StartLoss, evaluation.Train) ? SmallerRate : TooLittle(sizes);

    public static Localized NotHeldBack(string part) => part == "validation"
        ? new("No cases were held back for the test. These are the validation cases that chose the best epoch, so the true numbers are likely somewhat worse.",
            "没有留出测试样本。这里用的是挑选最佳轮次的验证样本，真实表现很可能略差一些。")
        : new("No cases were held back at all. These numbers come from the training cases and say little about new ones.",
            "没有留出任何样本。这些数字来自训练样本，不能说明模型对新数据的表现。");

    private static Localized TooLittle(SizeFinding sizes)
    {
        var advice = sizes switch
        {
            { LargerHelps: true } => new Localized(
                "The larger network that was tried does better, see below. Training for longer or other input columns can help as well.",
                "试过的较大网络表现更好，见下文。训练更久或换用其他输入列也可能有帮助。"),
            { SmallerHelps: true } => new(
                "The smaller network that was tried does better, see below. Training for longer or other input columns can help as well.",
                "试过的较小网络表现更好，见下文。训练更久或换用其他输入列也可能有帮助。"),
            { LargerHelps: false } => new(
                "Try training for longer, or other input columns; a larger network was tried and is not clearly better.",
                "可以试试训练更久，或换用其他输入列；较大的网络已经试过，并没有明显更好。"),
            _ => new("Try training for longer, a larger network, or other input columns.", "可以试试训练更久、加大网络，或换用其他输入列。"),
        };
        return new($"It does poorly even on its training cases. {advice.En}", $"它在训练样本上的表现也不好。{advice.Zh}");
    }
}
