using Builder.Graph;
using Builder.Protocol;

namespace Builder.Web.Evaluate;

/// <summary>What the Evaluate page says.</summary>
internal static class EvaluateTexts
{
    public static Localized Title { get; } = new("Evaluate", "评估");
    public static Localized Lead { get; } = new("How good is the model on cases that it has never seen?", "模型面对从未见过的样本，表现如何？");
    public static Localized ChooseRun { get; } = new("Run", "训练");
    public static Localized TryIt { get; } = new("Try it", "试用");
    public static Localized Report { get; } = new("Report", "报告");
    public static Localized Download { get; } = new("Download model", "下载模型");
    public static Localized EmptyTitle { get; } = new("Nothing to judge yet", "还没有可以评估的模型");
    public static Localized EmptyText { get; } = new(
        "Train the model once. Afterwards you see here how often it is right, where it goes wrong, and whether it beats the baseline (such as always giving the most frequent class).",
        "先训练一次模型。训练完成后，这里会告诉您它答对了多少、错在哪里，以及是否胜过基准（例如总是回答最常见的类别）。");
    public static Localized AwaitedText { get; } = new(
        "As soon as it is over you see here how often the model is right, where it goes wrong, and whether it beats the baseline (such as always giving the most frequent class).",
        "训练一结束，这里就会告诉您模型答对了多少、错在哪里，以及是否胜过基准（例如总是回答最常见的类别）。");
    public static Localized BesideChosen { get; } = new("On validation, beside the one shown", "验证集上，与所看的训练相比");
    public static Localized BesideChosenHelp { get; } = new(
        "Compared row by row on the validation part, so that the test part stays untouched by the choice. With the thresholds of the trainings. The range holds the true difference in 95 of 100 such comparisons.",
        "在验证集上逐行比较，这样挑选时不会用到测试集；判断标准为训练时的阈值。每 100 次这样的比较中，约有 95 次的真实差别落在这个范围内。");
    public static Localized OtherRows { get; } = new("judged on other rows", "评估所用的行不同");
    public static Localized FailedText { get; } = new("The Train page says what happened and what can be done.", "“训练”页会说明发生了什么，以及可以怎么办。");
    public static Localized Watch { get; } = new("Watch the training", "查看训练进展");
    public static Localized ToTrain { get; } = new("Go to training", "前往训练");
    public static Localized GoneTitle { get; } = new("This run is no longer there", "这次训练已不存在");
    public static Localized ShowLatest { get; } = new("Show the latest run", "查看最近一次训练");
    public static Localized Loading { get; } = new("Reading the results…", "正在读取结果……");
    public static Localized WhatToDo { get; } = new("What could help", "可以怎样改进");
    public static Localized ToData { get; } = new("See it on Data", "在“数据”页查看");
    public static Localized Prediction { get; } = new("Prediction", "预测项");

    public static Localized Scores { get; } = new("The numbers", "各项指标");
    public static Localized PlainAnswer { get; } = new("baseline: ", "基准：");
    public static Localized TermEnd { get; } = new(". ", "：");
    public static Localized AllScores { get; } = new("All scores side by side", "全部指标对照");
    public static Localized Score { get; } = new("Score", "指标");
    public static Localized Train { get; } = new("Training", "训练");
    public static Localized Validation { get; } = new("Validation", "验证");
    public static Localized Test { get; } = new("Test", "测试");
    public static Localized Baseline { get; } = new("Baseline", "基准");
    public static Localized SidesHelp { get; } = new(
        "Training: cases it learned from (of very many, an even sample of 2,048). Validation: cases that chose the best epoch. Test: cases it has never seen, the honest number.",
        "训练：模型学习用的样本（样本很多时，均匀抽取 2048 个）。验证：用来挑选最佳轮次的样本。测试：模型从未见过的样本，这才是真实水平。");

    public static Localized Curves { get; } = new("How it learned", "学习过程");
    public static Localized OneEpoch { get; } = new(
        "It learned for a single epoch, so there is no course to draw. With more epochs the curves appear here.",
        "只训练了一轮，还画不出变化过程。训练更多轮之后，曲线会显示在这里。");
    public static Localized CurvesHelp { get; } = new(
        "Where the validation line rises again while the training line still falls, the model begins to learn its cases by heart.",
        "如果训练曲线还在下降而验证曲线重新上升，说明模型开始过拟合（死记硬背）。");
    public static Localized Epoch { get; } = new("Epoch", "轮次");
    public static Localized BestEpoch { get; } = new("best", "最佳");
    public static Localized RateChanged(string from, string to) => new($"learning rate {from} → {to}", $"学习率 {from} → {to}");
    public static Localized ShowScore { get; } = new("Show", "显示");

    public static Localized Compare { get; } = new("All runs of this project", "本项目的全部训练");
    public static Localized CompareHelp { get; } = new(
        "Scores on test cases. Runs with different data or another split cannot be compared fairly.", "均为测试样本上的指标。数据或划分方式不同的训练不宜直接比较。");
    public static Localized Ended { get; } = new("Ended", "结束时间");
    public static Localized TestCases { get; } = new("Test cases", "测试样本");
    public static Localized Chosen { get; } = new("shown", "当前");
    public static Localized Best { get; } = new("best", "最佳");

    public static Localized AwaitedTitle(RunState state) => state switch
    {
        RunState.Queued => new("The training waits for its turn", "训练正在排队"),
        RunState.Paused => new("The training is paused", "训练已暂停"),
        RunState.Failed => new("The last training failed", "上一次训练失败了"),
        _ => new("The training is still running", "训练仍在进行"),
    };
}
