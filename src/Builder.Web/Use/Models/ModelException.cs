using Builder.Graph;

namespace Builder.Web.Use.Models;

/// <summary>A model could not be loaded or could not answer; the reason is in plain words.</summary>
public sealed class ModelException : Exception
{
    /// <summary>The process ended before it answered.</summary>
    public const string ProcessGone = "ProcessGone";

    /// <summary>The process had ended before the question reached it: it can be asked of another.</summary>
    public const string NotAsked = "NotAsked";

    /// <summary>Makes the error.</summary>
    /// <param name="code">Stable name of the reason.</param>
    /// <param name="words">What is wrong, and what can be done.</param>
    public ModelException(string code, Localized words)
        : base(words.En)
    {
        (Code, Words) = (code, words);
    }

    /// <summary>Stable name of the reason.</summary>
    public string Code { get; }

    /// <summary>What is wrong, and what can be done.</summary>
    public Localized Words { get; }

    private static Localized Stopped { get; } = new(
        "The model stopped unexpectedly. Try again; it is loaded anew.", "模型意外停止了。请再试一次，系统会重新加载它。");

    internal static ModelException Gone() => new(ProcessGone, Stopped);

    internal static ModelException NotReached() => new(NotAsked, Stopped);

    internal static ModelException NoRunner() => new("NoRunner", new(
        "The engine that computes predictions cannot be started. Start Builder with ./builder run, which builds it.",
        "无法启动负责计算的引擎。请用 ./builder run 启动 Builder，它会自动构建引擎。"));

    internal static ModelException NoModel() => new("NoModel", new(
        "This run left no model. Choose another run, or train again.", "这次训练没有留下模型。请选择其他训练，或重新训练。"));

    internal static ModelException TooSlow() => new("TooSlow", new(
        "The model took too long to answer and was stopped. Try fewer rows or a shorter text.", "模型响应时间过长，已被停止。请减少行数或缩短文字后再试。"));
}
