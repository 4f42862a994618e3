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

    public static Localized SimplerOrMoreData { get; } = new(
        "It does much better on its training cases: it partly learns them by heart. More data, Dropout or a smaller network usually help.",
        "它在训练样本上的表现好得多，说明有些过拟合（死记硬背）。增加数据、加入随机失活层（Dropout）或缩小网络通常有帮助。");

    public static Localized TrainLonger { get; } = new(
        "It does poorly even on its training cases. Try training for longer, a larger network, or other input columns.",
        "它在训练样本上的表现也不好。可以试试训练更久、加大网络，或换用其他输入列。");

    public static Localized SmallerRate { get; } = new(
        "It is wrong by more than before it was trained: its learning rate is most likely too large. The Train page offers to train again with a tenth of it.",
        "它训练之后反而比训练之前错得更多，很可能是学习率太大。“训练”页面可以一键改用十分之一的学习率重新训练。");

    /// <summary>Fewer test cases than this leave any score unsure.</summary>
    public const int FewCases = 100;

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
    public static IEnumerable<Localized> Hints(VerdictLevel level, Evaluation evaluation, bool isMuchBetterOnTraining)
    {
        if (evaluation.Part == "test" && isMuchBetterOnTraining)
        {
            yield return SimplerOrMoreData;
        }
        else if (level == VerdictLevel.Poor)
        {
            yield return ForPoor(evaluation);
        }

        if (evaluation.Part == "test" && evaluation.Samples < FewCases)
        {
            yield return MoreTestCases;
        }
    }

    /// <summary>What helps a model that has learned too little.</summary>
    public static Localized ForPoor(Evaluation evaluation) => RunFaults.EndedWorse(evaluation.StartLoss, evaluation.Train) ? SmallerRate : TrainLonger;

    public static Localized NotHeldBack(string part) => part == "validation"
        ? new("No cases were held back for the test. These are the validation cases that chose the best epoch, so the true numbers are likely somewhat worse.",
            "没有留出测试样本。这里用的是挑选最佳轮次的验证样本，真实表现很可能略差一些。")
        : new("No cases were held back at all. These numbers come from the training cases and say little about new ones.",
            "没有留出任何样本。这些数字来自训练样本，不能说明模型对新数据的表现。");
}
