using Builder.Graph.Messages;

namespace Builder.Web.Runs.Supervision;

/// <summary>Why a run is where it is, in plain words with the way out.</summary>
public static class RunReasons
{
    private const int Abort = 6;
    private const int Kill = 9;

    private static readonly MessageTemplate WaitingWords = new(
        "run-waiting",
        "Another training is running. This one starts as soon as it is done.",
        "另一个训练正在进行，完成后会自动开始这一个。");

    private static readonly MessageTemplate WaitingForManyWords = new(
        "run-waiting.many",
        "{before} trainings go first. This one starts by itself when it is its turn.",
        "前面还有 {before} 个训练，轮到时会自动开始。");

    /// <summary>It waits because another one trains.</summary>
    public static Message Waiting(int before) => before <= 1
        ? WaitingWords.With()
        : WaitingForManyWords.With(("before", before));

    private static readonly MessageTemplate WaitingToGoOnWords = new(
        "run-waiting-to-go-on",
        "Another training is running. This one goes on as soon as it is done.",
        "另一个训练正在进行，完成后会自动继续这一个。");

    /// <summary>A paused run wants to go on but another one trains.</summary>
    public static Message WaitingToGoOn { get; } = WaitingToGoOnWords.With();

    private static readonly MessageTemplate StoppedBeforeStartWords = new(
        "run-stopped-before-start",
        "You stopped it before it had begun. Nothing was trained.",
        "在开始之前已停止，没有进行训练。");

    /// <summary>It was taken out of the queue.</summary>
    public static Message StoppedBeforeStart { get; } = StoppedBeforeStartWords.With();

    private static readonly MessageTemplate CompletedEarlierBestWords = new(
        "run-completed.best",
        "All {epochs} epochs are done. The model of epoch {best}, which was the best, is kept.",
        "全部 {epochs} 轮已完成，保留了最佳的第 {best} 轮的模型。");

    private static readonly MessageTemplate CompletedWords = new(
        "run-completed", "All {epochs} epochs are done. The model is kept.", "全部 {epochs} 轮已完成，模型已保存。");

    private static readonly MessageTemplate CompletedOneWords = new(
        "run-completed.one", "The one epoch is done. The model is kept.", "全部 1 轮已完成，模型已保存。");

    /// <summary>It ran to its end.</summary>
    public static Message Completed(long epochs, long best) => (best < epochs, epochs) switch
    {
        (true, _) => CompletedEarlierBestWords.With(("epochs", epochs), ("best", best)),
        (_, 1) => CompletedOneWords.With(),
        _ => CompletedWords.With(("epochs", epochs)),
    };

    private static readonly MessageTemplate EarlyStoppingWords = new(
        "run-early-stopping",
        "It stopped by itself after epoch {epochs}, because nothing had got better since epoch {best}. The model of epoch {best} is kept.",
        "第 {best} 轮之后没有再进步，因此在第 {epochs} 轮后自动停止，保留了第 {best} 轮的模型。");

    /// <summary>It stopped because nothing got better.</summary>
    public static Message EarlyStopping(long epochs, long best) => EarlyStoppingWords.With(("epochs", epochs), ("best", best));

    private static readonly MessageTemplate StoppedAtOnceWords = new(
        "run-stopped.at-once",
        "You stopped it in its first epoch. The model is kept as it was.",
        "在第一轮中被停止，模型按当时的状态保留。");

    private static readonly MessageTemplate StoppedAndKeptWords = new(
        "run-stopped",
        "You stopped it after epoch {epochs}. The best model so far, of epoch {best}, is kept.",
        "在第 {epochs} 轮后被停止，保留了目前最佳的第 {best} 轮的模型。");

    /// <summary>A person stopped it and kept the model.</summary>
    public static Message StoppedAndKept(long epochs, long best) => epochs == 0
        ? StoppedAtOnceWords.With()
        : StoppedAndKeptWords.With(("epochs", epochs), ("best", best));

    private static readonly MessageTemplate ServerStoppedWords = new(
        "run-server-stopped",
        "Builder was closed while this was training.",
        "训练过程中 Builder 被关闭。");

    /// <summary>The server ended while it trained.</summary>
    public static Message ServerStopped(long? resumeAt) => With(
        ServerStoppedWords.With(), resumeAt);

    private static readonly MessageTemplate ProjectDeletedWords = new(
        "run-project-deleted",
        "The project was deleted while this was training, so it was stopped.",
        "训练过程中项目被删除，因此已停止训练。");

    /// <summary>The project was deleted while it trained.</summary>
    public static Message ProjectDeleted(long? resumeAt) => With(
        ProjectDeletedWords.With(), resumeAt);

    private static readonly MessageTemplate ProjectDeletedBeforeStartWords = new(
        "run-project-deleted-before-start",
        "The project was deleted before this had begun. Nothing was trained.",
        "在开始之前项目被删除，没有进行训练。");

    /// <summary>The project was deleted while it waited.</summary>
    public static Message ProjectDeletedBeforeStart { get; } = ProjectDeletedBeforeStartWords.With();

    private static readonly MessageTemplate SilentWords = new(
        "run-silent",
        "The training gave no sign of life for {seconds} seconds and was ended.",
        "训练 {seconds} 秒没有任何响应，已被结束。");

    /// <summary>Its process hung.</summary>
    public static Message Silent(int seconds, long? resumeAt) => With(
        SilentWords.With(("seconds", seconds)), resumeAt);

    private static readonly MessageTemplate KilledWords = new(
        "run-killed",
        "The training was ended by the computer, most often because its memory was full. A smaller batch size needs less.",
        "训练被系统结束，多半是因为内存已满。把批大小改小可以减少内存占用。");

    private static readonly MessageTemplate CrashedWords = new(
        "run-crashed",
        "The training broke off because of a fault in its computing library. The rest of Builder was not affected.",
        "计算库出现故障，训练中断。Builder 的其他部分不受影响。");

    private static readonly MessageTemplate VanishedWords = new(
        "run-vanished",
        "The training ended without saying why.",
        "训练意外结束，没有给出原因。");

    /// <summary>Its process ended without a word.</summary>
    public static Message Died(int signal, long? resumeAt) => With(
        signal switch
        {
            Kill => KilledWords.With(),
            Abort or > 0 => CrashedWords.With(),
            _ => VanishedWords.With(),
        },
        resumeAt);

    private static readonly MessageTemplate NoRunnerWords = new(
        "run-no-runner",
        "The program that trains could not be started. Unpack Builder anew on the computer that runs it, or run ./builder setup there where you have its sources; then press Train again.",
        "无法启动负责训练的程序。请在运行 Builder 的电脑上重新解压 Builder（如果使用的是源代码，请执行 ./builder setup），然后再次点击“开始训练”。");

    /// <summary>There is no runner.</summary>
    public static Message NoRunner { get; } = NoRunnerWords.With();

    private static readonly MessageTemplate UnexpectedWords = new(
        "run-not-started",
        "Builder could not start this training because of a fault of its own. Please try again; the log on the server has the details.",
        "Builder 自身出错，未能开始这次训练。请重试，服务器日志中有详细信息。");

    /// <summary>Something that nobody thought of.</summary>
    public static Message Unexpected { get; } = UnexpectedWords.With();

    private static readonly MessageTemplate ResumableWords = new(
        "run-resumable",
        "{reason} “Resume” goes on in epoch {epoch}.",
        "{reason}点击“继续训练”可从第 {epoch} 轮继续。");

    private static readonly MessageTemplate NothingSavedWords = new(
        "run-nothing-saved",
        "{reason} Nothing was saved yet: “Repeat” starts it again.",
        "{reason}尚未保存进度：点击“重新训练”可从头开始。");

    /// <summary>A reason with where the run can go on.</summary>
    public static Message With(Message reason, long? resumeAt) => resumeAt is { } epoch
        ? ResumableWords.With(("reason", reason), ("epoch", epoch))
        : NothingSavedWords.With(("reason", reason));
}
