using Builder.Graph;

namespace Builder.Web.Shell;

/// <summary>What the frame around all pages says.</summary>
public static class ShellTexts
{
    /// <summary>Title of the page for an address that leads nowhere.</summary>
    public static Localized NotFoundTitle { get; } = new("This link leads nowhere", "找不到这个页面");

    /// <summary>An address that leads nowhere.</summary>
    public static Localized NotFound { get; } = new(
        "There is nothing at this address. Perhaps the project was deleted, or the link is not complete.",
        "这个地址下没有内容。可能项目已被删除，或者链接不完整。");

    /// <summary>The way back.</summary>
    public static Localized ToHome { get; } = new("All projects", "全部项目");

    /// <summary>The way to the settings.</summary>
    public static Localized Settings { get; } = new("Settings", "设置");

    /// <summary>The way past the frame for those who use the keyboard.</summary>
    public static Localized SkipToContent { get; } = new("Skip to content", "跳到主要内容");

    /// <summary>A page that has failed.</summary>
    public static Localized FaultTitle { get; } = new("This page has stumbled", "这个页面出了点问题");

    /// <summary>What that means, and what does not.</summary>
    public static Localized FaultText { get; } = new(
        "Nothing is lost: every change you made is saved. Try the page again; if it stumbles again, go back to your projects and open it from there.",
        "您的内容没有丢失：每一处修改都已保存。请重试；如果仍然出错，请回到全部项目，再从那里打开。");

    /// <summary>What stands before the number of a fault.</summary>
    public static Localized FaultReference { get; } = new(
        "The server's log says more under the number", "在服务器日志中查看详情，编号为");

    /// <summary>Shows the page again.</summary>
    public static Localized TryAgain { get; } = new("Try again", "重试");

    /// <summary>What a button does, or what is shown, and to or of what it is: for those who do not see what stands around it.</summary>
    public static Localized Of(Localized what, string whom) => new($"{what.En}: {whom}", $"{what.Zh}：{whom}");

    /// <inheritdoc cref="Of(Localized, string)"/>
    public static Localized Of(string what, string whom) => Of(Localized.Same(what), whom);
}
