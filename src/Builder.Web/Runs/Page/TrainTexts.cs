using Builder.Graph;
using Builder.Protocol;
using Builder.Storage.Runs;

namespace Builder.Web.Runs.Page;

/// <summary>What the Train page says.</summary>
public static class TrainTexts
{
    /// <summary>What is shown of a run is not about the model as it is now.</summary>
    public static Localized ChangedSince { get; } = new(
        "The model was changed after this run. What you see here is about the model as it was then.", "这次训练之后，模型又有修改。这里显示的是当时那个模型的结果。");

    /// <summary>Leads to the comparison.</summary>
    public static Localized WhatChanged { get; } = new("See what has changed", "查看有哪些修改");

    /// <summary>The page's name.</summary>
    public static Localized Title { get; } = new("Train", "训练");

    /// <summary>What one does here.</summary>
    public static Localized Lead { get; } = new("Press Train and watch your model learn from the data.", "点击“开始训练”，看模型如何从数据中学习。");

    /// <summary>The button that starts.</summary>
    public static Localized Start { get; } = new("Train", "开始训练");

    /// <summary>The button while something trains already.</summary>
    public static Localized StartAnother { get; } = new("Train another", "再训练一次");

    /// <summary>Nothing was trained yet.</summary>
    public static Localized EmptyTitle { get; } = new("Nothing has been trained yet", "还没有训练过");

    /// <summary>What happens on pressing Train.</summary>
    public static Localized EmptyText { get; } = new(
        "The curves show live how the error goes down. You may pause, stop and keep the best model at any time, or leave the page: the training goes on.",
        "曲线会实时显示误差如何下降。您可以随时暂停，或停止并保留最佳模型，也可以离开页面，训练会继续进行。");

    /// <summary>Data are still being read.</summary>
    public static Localized ReadingData { get; } = new("The data are being read …", "正在读取数据……");

    /// <summary>Something is missing.</summary>
    public static Localized NotYet { get; } = new("Before the training can start", "训练开始之前还需要");

    /// <summary>Nothing is drawn that could learn.</summary>
    public static Localized NoOptimizer { get; } = new(
        "The model has no optimizer with a loss yet: nothing says what it shall learn. Add a loss and an optimizer on the Model page.",
        "模型还没有连接损失的优化器，不知道要学什么。请在“模型”页面添加损失和优化器。");

    /// <summary>The way to the canvas.</summary>
    public static Localized ToModel { get; } = new("Open the model", "打开模型");

    /// <summary>The way to one block.</summary>
    public static Localized ShowBlock { get; } = new("Show on the canvas", "在画布上查看");

    /// <summary>The list of runs.</summary>
    public static Localized Runs { get; } = new("Runs", "训练记录");

    /// <summary>Draws another run's curves.</summary>
    public static Localized Compare { get; } = new("Draw its curves under the others", "把它的曲线画在一起对比");

    /// <summary>What the boxes in the list are for.</summary>
    public static Localized CompareHint { get; } = new("Tick runs to draw their curves together.", "勾选后可把多次训练的曲线画在一起。");

    /// <summary>Waits between batches.</summary>
    public static Localized Pause { get; } = new("Pause", "暂停");

    /// <summary>Goes on after a pause.</summary>
    public static Localized GoOn { get; } = new("Continue", "继续");

    /// <summary>Ends early.</summary>
    public static Localized StopAndKeep { get; } = new("Stop and keep the best", "停止并保留最佳模型");

    /// <summary>The learning rate of a run that is under way.</summary>
    public static Localized LearningRate { get; } = new("Learning rate", "学习率");

    /// <summary>What moving it does.</summary>
    public static Localized LearningRateHelp { get; } = new(
        "Acts from the next batch on, and only on this run. It multiplies what the training plan gives, and is kept with the run.",
        "从下一批起生效，只影响这次训练：在训练计划给出的学习率上按倍数放大或缩小，并与这次训练一起保存。");

    /// <summary>Takes a changed learning rate back.</summary>
    public static Localized RateAsPlanned { get; } = new("As planned", "恢复为计划值");

    /// <summary>By how much a learning rate is changed.</summary>
    public static Localized TimesPlan(string factor) => new($"{factor} × the plan", $"计划值的 {factor} 倍");

    /// <summary>The loss of a run that is under way.</summary>
    public static Localized Loss { get; } = new("Loss", "损失");

    /// <summary>How far it is.</summary>
    public static Localized EpochOf(long epoch, long epochs) => new($"Epoch {epoch:N0} of {epochs:N0}", $"第 {epoch:N0} 轮，共 {epochs:N0} 轮");

    /// <summary>How long it will take.</summary>
    public static Localized TimeLeft(double seconds) => seconds < 90
        ? new($"{Math.Ceiling(seconds):N0} s left", $"剩余 {Math.Ceiling(seconds):N0} 秒")
        : new($"{Math.Ceiling(seconds / 60):N0} min left", $"剩余 {Math.Ceiling(seconds / 60):N0} 分钟");

    /// <summary>The way to the curves of a run.</summary>
    public static Localized Curves { get; } = new("Curves", "查看曲线");

    /// <summary>The strip that tells of a run on another page.</summary>
    public static Localized StripOf(Localized name) => new($"Training of {name.En}", $"{name.Zh}的进度");

    /// <summary>Takes the strip away.</summary>
    public static Localized Dismiss { get; } = new("Close", "关闭");

    /// <summary>Leaves the queue.</summary>
    public static Localized LeaveQueue { get; } = new("Do not train", "取消排队");

    /// <summary>Goes on from a checkpoint.</summary>
    public static Localized Resume { get; } = new("Resume", "继续训练");

    /// <summary>Trains the same again.</summary>
    public static Localized Repeat { get; } = new("Repeat", "重新训练");

    /// <summary>Trains the same with other random numbers.</summary>
    public static Localized RepeatOtherSeed { get; } = new("Repeat with another seed", "换一个随机种子重新训练");

    /// <summary>Trains again with a tenth of the learning rate.</summary>
    public static Localized LowerRate { get; } = new("Learning rate ÷ 10, train again", "学习率 ÷ 10，重新训练");

    /// <summary>The learning rate was changed.</summary>
    public static Localized RateLowered { get; } = new("The learning rate is now a tenth of what it was.", "学习率已减小到原来的十分之一。");

    /// <summary>A run that ended by itself, but knows less than before.</summary>
    public static Localized EndedWorse { get; } = new(
        "This model is wrong by more than before it was trained. Most likely the learning rate is too large, so that every step overshoots.",
        "这个模型训练之后反而比训练之前错得更多。很可能是学习率太大，每一步都走过了头。");

    /// <summary>Brings a run's document back.</summary>
    public static Localized Restore { get; } = new("Restore the model of this run", "恢复成这次训练的模型");

    /// <summary>Gives a name.</summary>
    public static Localized Rename { get; } = new("Rename", "重命名");

    /// <summary>Takes a run away.</summary>
    public static Localized Delete { get; } = new("Delete", "删除");

    /// <summary>Takes the deletion back.</summary>
    public static Localized Undo { get; } = new("Undo", "撤销");

    /// <summary>More that can be done with a run.</summary>
    public static Localized More { get; } = new("More", "更多");

    /// <summary>The way to the Evaluate page.</summary>
    public static Localized Evaluate { get; } = new("How good is it?", "效果如何？");

    /// <summary>The way to the Use page.</summary>
    public static Localized Use { get; } = new("Try it", "试用");

    /// <summary>Scores at the end.</summary>
    public static Localized Result { get; } = new("Result", "结果");

    /// <summary>Head of the column of the model's scores.</summary>
    public static Localized Model { get; } = new("This model", "本模型");

    /// <summary>Head of the column of the plainest prediction.</summary>
    public static Localized Baseline { get; } = new("Baseline", "基准");

    /// <summary>What it makes of samples.</summary>
    public static Localized Samples { get; } = new("What it makes of samples", "它对样本的判断");

    /// <summary>Where the pictures come from.</summary>
    public static Localized SamplesHelp { get; } = new("From the validation part, which it does not learn from.", "取自验证部分，模型不从中学习。");

    /// <summary>What it writes.</summary>
    public static Localized Writes { get; } = new("What it writes", "它写的文字");

    /// <summary>What it draws.</summary>
    public static Localized Draws { get; } = new("What it draws", "它画的图");

    /// <summary>Predicted against true.</summary>
    public static Localized Points { get; } = new("Predicted against true", "预测值与真实值");

    /// <summary>How to read the points.</summary>
    public static Localized PointsHelp { get; } = new("On the line the prediction is exactly right.", "落在线上表示预测完全正确。");

    /// <summary>The log.</summary>
    public static Localized Remarks { get; } = new("Good to know", "说明");

    /// <summary>How often everything is seen.</summary>
    public static Localized Epochs { get; } = new("Epochs", "训练轮数");

    /// <summary>Samples at a time.</summary>
    public static Localized BatchSize { get; } = new("Batch size", "批大小");

    /// <summary>Start of the random numbers.</summary>
    public static Localized Seed { get; } = new("Seed", "随机种子");

    /// <summary>Where to train.</summary>
    public static Localized Device { get; } = new("Device", "设备");

    /// <summary>A state in one word.</summary>
    public static Localized State(RunState state) => state switch
    {
        RunState.Queued => new("Waiting", "等待中"),
        RunState.Preparing => new("Preparing", "准备中"),
        RunState.Running => new("Learning", "学习中"),
        RunState.Paused => new("Paused", "已暂停"),
        RunState.Stopping => new("Stopping", "正在停止"),
        RunState.Finished => new("Finished", "已完成"),
        RunState.Failed => new("Failed", "失败"),
        _ => new("Stopped", "已停止"),
    };

    /// <summary>A device in words.</summary>
    public static Localized DeviceName(string device) => device switch
    {
        "cpu" => new("Processor", "处理器"),
        "cuda" => new("Graphics card (GPU)", "显卡（GPU）"),
        _ => new("Fastest", "自动选择"),
    };

    /// <summary>The name of a run.</summary>
    public static Localized NameOf(RunSummary run) => run.Name.Length > 0 ? Localized.Same(run.Name) : new($"Run {run.Number}", $"训练 {run.Number}");

    /// <summary>A run was deleted.</summary>
    public static Localized Deleted(Localized name) => new($"“{name.En}” is deleted.", $"已删除“{name.Zh}”。");

    /// <summary>A document was brought back.</summary>
    public static Localized Restored(Localized name) => new(
        $"The model is again as it was in “{name.En}”. Undo brings the other one back.", $"模型已恢复为“{name.Zh}”时的样子，可用“撤销”还原。");

    /// <summary>It is so already.</summary>
    public static Localized RestoredAlready { get; } = new("The model is already the one of this run.", "当前模型与这次训练的模型相同。");

    /// <summary>After how many epochs something was made.</summary>
    public static Localized AfterEpoch(long epoch) => epoch <= 1
        ? new($"after {epoch} epoch", $"第 {epoch} 轮之后") : new($"after {epoch} epochs", $"第 {epoch} 轮之后");

    /// <summary>What a picture shows and what the model takes it for.</summary>
    public static Localized PictureOf(string truth, string predicted) => new($"Truly {truth}, taken for {predicted}", $"实际为 {truth}，判断为 {predicted}");

    /// <summary>What a run learned from.</summary>
    public static Localized Facts(long train, long validation, long test, long parameters)
    {
        var (best, held) = (validation > 0, test > 0);
        return new(
            $"{train:N0} samples to learn from{(best ? $", {validation:N0} to choose the best epoch" : "")}{(held ? $", {test:N0} held back for the test" : "")}. {parameters:N0} weights.",
            $"{train:N0} 个样本用于学习{(best ? $"，{validation:N0} 个用于挑选最佳轮次" : "")}{(held ? $"，{test:N0} 个留作测试" : "")}。共 {parameters:N0} 个可训练参数。");
    }

    /// <summary>The way to the drawings of two runs, and the title of that page.</summary>
    public static Localized CompareDrawings { get; } = new("Compare drawings", "对比结构图");

    /// <summary>What to do to get there.</summary>
    public static Localized TickTwo { get; } = new("Tick two runs to compare what they have trained.", "勾选两次训练，即可对比它们的模型。");

    /// <summary>A value that is not allowed.</summary>
    public static Localized Between(long least, long most) => new(
        $"Give a whole number from {least:N0} to {most:N0}.", $"请输入 {least:N0} 到 {most:N0} 之间的整数。");
}
