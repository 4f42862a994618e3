using Builder.Graph;

namespace Builder.Web.Shell;

/// <summary>What the frame around all pages says.</summary>
public static class ShellTexts
{
    /// <summary>An address that leads nowhere.</summary>
    public static Localized NotFound { get; } = new("There is nothing at this address.", "这个地址下没有内容。");

    /// <summary>The way back.</summary>
    public static Localized ToHome { get; } = new("Back to all projects", "返回全部项目");
}
