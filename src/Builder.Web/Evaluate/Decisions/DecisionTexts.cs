using Builder.Graph;

namespace Builder.Web.Evaluate.Decisions;

/// <summary>What is said of what right and wrong answers are worth, and of the threshold that follows from it.</summary>
internal static class DecisionTexts
{
    public static Localized Title { get; } = new("What are right and wrong answers worth?", "答对和答错各值多少？");
    public static Localized Lead { get; } = new(
        "Say what each kind of answer is worth to you, in any currency or in points; what it costs you gets a minus. From that follows from which probability on the model should say it.",
        "请填写每种回答对您的价值，可用任何货币或分数；损失写成负数。由此可以算出概率达到多少时模型应当作出判断。");
    public static Localized Looked { get; } = new("The answer that is looked for", "要找的类别");
    public static Localized Found(string name) => new($"“{name}” found", $"找到“{name}”");
    public static Localized FoundHelp(string name) => new($"It is “{name}”, and the model says so.", $"确实是“{name}”，模型也这样判断。");
    public static Localized Missed(string name) => new($"“{name}” missed", $"漏掉“{name}”");
    public static Localized MissedHelp(string name, string other) => new($"It is “{name}”, but the model says “{other}”.", $"其实是“{name}”，模型却判为“{other}”。");
    public static Localized FalseAlarm { get; } = new("False alarm", "误报");
    public static Localized FalseAlarmHelp(string name, string other) => new($"It is “{other}”, but the model says “{name}”.", $"其实是“{other}”，模型却判为“{name}”。");
    public static Localized RightNo(string other) => new($"“{other}” recognised", $"认出“{other}”");
    public static Localized RightNoHelp(string other) => new($"It is “{other}”, and the model says so.", $"确实是“{other}”，模型也这样判断。");
    public static Localized Example(string number) => new($"for example {number}", $"例如 {number}");
    public static Localized Empty { get; } = new("Still empty: enter a number, 0 for nothing.", "尚未填写：请输入一个数，没有得失就填 0。");
    public static Localized NoNumber { get; } = new("This is no number. Enter one such as −5 or 1.5.", "这不是数字。请输入数字，例如 −5 或 1.5。");
    public static Localized TooLarge { get; } = new("This number is too large. Count in thousands or millions instead.", "数字太大。请改用千或百万为单位。");
    public static Localized AllTheSame { get; } = new(
        "With these values it makes no difference what the model says. Give a right answer another value than a wrong one.", "按这些数值，模型怎样回答都一样。请让答对和答错的价值不同。");
    public static Localized Swapped { get; } = new(
        "Here a wrong answer is worth more than the right one. Is a minus missing?", "这里答错反而比答对更值。是不是漏了负号？");
    public static Localized TodayLikelier { get; } = new("Today the model says whichever class it finds likelier.", "模型目前取概率较高的类别。");
    public static Localized TodayFrom(string name, string from) => new($"Today it says “{name}” from {from} on.", $"目前概率达到 {from} 即判为“{name}”。");
    public static Localized BecauseOfF1 { get; } = new(
        "That threshold was chosen after the training because the class is rare: it finds most at fewest mistakes on the validation part.", "该阈值是训练后因该类别少见而选定的：在验证部分既找得多、又错得少。");
    public static Localized BecauseOfWorth(string found, string missed, string alarm, string right) => new(
        $"That was chosen by what answers are worth: found {found}, missed {missed}, false alarm {alarm}, right no {right}.",
        $"这是按回答的价值选定的：找到 {found}，漏掉 {missed}，误报 {alarm}，正确排除 {right}。");
    public static Localized Weighted { get; } = new(
        "Its loss weighs the classes differently, so its probabilities of the rarer one are higher than its share; the thresholds here take that into account.", "训练时各类别的权重不同，因此较少见类别的概率会偏高；这里的阈值已考虑到这一点。");
    public static Localized Working { get; } = new("Comparing all thresholds …", "正在比较所有阈值……");
    public static Localized Best(string name, string from) => new(
        $"On the validation part it is worth most to say “{name}” from {from} on.", $"在验证部分，概率达到 {from} 就判为“{name}”最划算。");
    public static Localized BestIsToday { get; } = new("On the validation part no other threshold is worth more than today’s.", "在验证部分，没有比目前更划算的阈值。");
    public static Localized Brings(string gain, string low, string high, string cases, bool isTest) => isTest
        ? new($"On the {cases} cases of the test part that brings {gain} per 1,000 cases, most likely between {low} and {high}.",
            $"在测试部分的 {cases} 个样本上，每 1,000 个样本得 {gain}，很可能在 {low} 到 {high} 之间。")
        : new($"No test part was held back: on the {cases} validation cases, by which it was chosen, it brings {gain} per 1,000 cases (between {low} and {high}), which flatters.",
            $"没有留出测试部分：在用来选择阈值的 {cases} 个验证样本上，每 1,000 个样本得 {gain}（{low} 到 {high}），这个数偏乐观。");
    public static Localized More(string more, string low, string high) => new(
        $"That is {more} more than today, most likely between {low} and {high} more.", $"比目前多 {more}，很可能多 {low} 到 {high}。");
    public static Localized NotSure(string more, string low, string high) => new(
        $"Whether that is better than today cannot be told from these cases: the difference is {more}, and may be anything from {low} to {high}.",
        $"仅凭这些样本无法判断是否比目前更好：相差 {more}，可能在 {low} 到 {high} 之间。");
    public static Localized FewDiffer(long cases) => new(
        $"Whether that is better than today cannot be told: only {cases} of these cases {(cases == 1 ? "gets" : "get")} another answer.", $"无法判断是否比目前更好：只有 {cases} 个样本的回答不同。");
    public static Localized NoneDiffer { get; } = new("All of these cases get the same answers as today.", "这些样本的回答与目前完全相同。");
    public static Localized SimpleIsEnough(string name) => new(
        $"Always saying “{name}” brings at least as much: with these values the model does not pay.", $"总是回答“{name}”至少一样划算：按这些数值，用这个模型并不合算。");
    public static Localized Rule { get; } = new("Rule", "规则");
    public static Localized From(string name) => new($"“{name}” from", $"判为“{name}”的概率");
    public static Localized Gain { get; } = new("Gain per 1,000", "每 1,000 个的收益");
    public static Localized FoundCount { get; } = new("Found", "找到");
    public static Localized MissedCount { get; } = new("Missed", "漏掉");
    public static Localized Alarms { get; } = new("False alarms", "误报");
    public static Localized Action { get; } = new("Choose", "选用");
    public static Localized ByWorth { get; } = new("Worth most on validation", "验证部分最划算");
    public static Localized Today { get; } = new("As today", "与目前相同");
    public static Localized Trained { get; } = new("As chosen by the training", "训练时选定的");
    public static Localized Likelier { get; } = new("The likelier class", "取概率较高的类别");
    public static Localized Always(string name) => new($"Always “{name}”", $"总是“{name}”");
    public static Localized Never(string other) => new($"Always “{other}”", $"总是“{other}”");
    public static Localized Use { get; } = new("Use this threshold", "使用此阈值");
    public static Localized UseNamed(Localized rule) => new($"Use this threshold: {rule.En}", $"使用此阈值：{rule.Zh}");
    public static Localized InUse { get; } = new("in use", "使用中");
    public static Localized Using { get; } = new(
        "Scores, predictions, the model as a file and pages that are shared from now on go by the threshold that is used. A page shared before stays as it is until the model is shared again.",
        "指标、预测、下载的模型以及今后分享的页面都按所用阈值判断。以前分享的页面在重新分享之前保持不变。");
    public static Localized Used { get; } = new("The model goes by the new threshold.", "模型已改用新阈值。");
    public static Localized Undo { get; } = new("Undo", "撤销");
    public static Localized CurveTitle { get; } = new("Gain by threshold", "收益与阈值");
    public static Localized CurveX(string name) => new($"“{name}” is said from", $"判为“{name}”的概率阈值");
    public static Localized CurveY { get; } = new("Gain per 1,000 cases", "每 1,000 个样本的收益");
    public static Localized OnValidation { get; } = new("Validation part", "验证部分");
    public static Localized OnTest { get; } = new("Test part", "测试部分");
    public static Localized MarkToday { get; } = new("today", "目前");
    public static Localized MarkChosen { get; } = new("worth most", "最划算");
    public static Localized NotKept { get; } = new(
        "This run has kept no probabilities of single cases: it was trained by an earlier version, or without a validation part. Train again, then the threshold can be chosen by what answers are worth.",
        "这次训练没有保存各样本的概率：它由旧版本训练，或没有验证部分。重新训练后，就可以按回答的价值选择阈值。");
    public static Localized Unreadable { get; } = new(
        "The probabilities that this run has kept cannot be read. Train again to choose a threshold by what answers are worth.", "无法读取这次训练保存的概率。请重新训练，再按回答的价值选择阈值。");
    /// <summary>Sentences one after another: Chinese ones stand without a blank between them.</summary>
    public static Localized Together(IEnumerable<Localized> sentences) => sentences.DefaultIfEmpty(Localized.Same("")).Aggregate((before, next) => new($"{before.En} {next.En}", before.Zh + next.Zh));

    public static Localized ToTrain { get; } = new("To the training", "前往训练");
}
