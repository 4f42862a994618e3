using Builder.Graph;

namespace Builder.Web.Shell.Connection;

/// <summary>What is said while there is no line to the server.</summary>
public static class ConnectionTexts
{
    /// <summary>The first page is on its way.</summary>
    public static Localized Opening { get; } = new("Opening…", "正在打开……");

    /// <summary>A browser without scripts.</summary>
    public static Localized NeedsScript { get; } = new("Builder needs JavaScript. Please allow it for this address.", "Builder 需要 JavaScript，请为此地址启用它。");

    /// <summary>The line is down.</summary>
    public static Localized Lost { get; } = new("Connecting again…", "正在重新连接……");

    /// <summary>What that means.</summary>
    public static Localized LostText { get; } = new(
        "The line to Builder is down. What you did is kept, a running training goes on, and this page continues by itself as soon as the line is back.",
        "与 Builder 的连接已断开。您的操作都已保留，正在进行的训练会继续；连接恢复后，本页会自动接着工作。");

    /// <summary>Tries at once.</summary>
    public static Localized Retry { get; } = new("Try now", "立即重试");

    /// <summary>The page cannot go on.</summary>
    public static Localized Crashed { get; } = new("This page has to be loaded again", "需要重新加载本页");

    /// <summary>What that means.</summary>
    public static Localized CrashedText { get; } = new("Something went wrong here. Every change you made is saved.", "这里出了点问题。您的每一处修改都已保存。");

    /// <summary>Loads the page again.</summary>
    public static Localized Reload { get; } = new("Load again", "重新加载");
}
