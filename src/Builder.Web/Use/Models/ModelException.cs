using Builder.Graph.Messages;

namespace Builder.Web.Use.Models;

/// <summary>A model could not be loaded or could not answer; the reason is in plain words.</summary>
public sealed class ModelException : BuilderException
{
    /// <summary>The process ended before it answered.</summary>
    public const string ProcessGone = "ProcessGone";

    /// <summary>The process had ended before the question reached it: it can be asked of another.</summary>
    public const string NotAsked = "NotAsked";

    /// <summary>Makes the error.</summary>
    /// <param name="reason">What is wrong, and what can be done.</param>
    /// <param name="code">Stable name of the kind of error where it is not the reason's own.</param>
    public ModelException(Message reason, string? code = null)
        : base(reason, null, code)
    {
    }

    private static readonly MessageTemplate StoppedWords = new(
        "model-stopped",
        "The model stopped unexpectedly. Try again; it is loaded anew.",
        "模型意外停止了。请重试，系统会重新加载它。");

    internal static ModelException Gone() => new(StoppedWords.With(), ProcessGone);

    internal static ModelException NotReached() => new(StoppedWords.With(), NotAsked);

    private static readonly MessageTemplate NoRunnerWords = new(
        "NoRunner.model",
        "The engine that computes predictions cannot be started. Start Builder with ./builder run, which builds it.",
        "无法启动负责计算的引擎。请用 ./builder run 启动 Builder，它会自动构建引擎。");

    internal static ModelException NoRunner() =>
        new(NoRunnerWords.With());

    private static readonly MessageTemplate NoModelWords = new(
        "NoModel.run",
        "This run left no model. Choose another run, or train again.",
        "这次训练没有留下模型。请选择其他训练，或重新训练。");

    internal static ModelException NoModel() =>
        new(NoModelWords.With());

    private static readonly MessageTemplate TooSlowWords = new(
        "TooSlow",
        "The model took too long to answer and was stopped. Try fewer rows or a shorter text.",
        "模型响应时间过长，已被停止。请减少行数或缩短文字后再试。");

    internal static ModelException TooSlow() =>
        new(TooSlowWords.With());
}
