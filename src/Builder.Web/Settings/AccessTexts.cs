using Builder.Graph;
using Builder.Storage.Access;
using Builder.Web.Home;

namespace Builder.Web.Settings;

/// <summary>What the settings page says about who is let in.</summary>
public static class AccessTexts
{
    /// <summary>Heading.</summary>
    public static Localized Title { get; } = new("Access", "访问权限");

    /// <summary>Heading of the list.</summary>
    public static Localized Browsers { get; } = new("Browsers that are signed in", "已登录的浏览器");

    /// <summary>What signing in means, and how long it holds.</summary>
    public static Localized BrowsersHelp { get; } = new(
        "Each of them can see, change and delete everything in Builder. One that is not used for seven days is signed out by itself.",
        "它们都可以查看、修改和删除 Builder 中的所有内容。连续 7 天未使用的浏览器会自动退出登录。");

    /// <summary>The browser that shows this page.</summary>
    public static Localized This { get; } = new("This browser", "当前浏览器");

    /// <summary>A browser that does not say what it is.</summary>
    public static Localized Unknown { get; } = new("Unknown browser", "未知浏览器");

    /// <summary>Shuts one out.</summary>
    public static Localized SignOut { get; } = new("Sign out", "退出登录");

    /// <summary>Shuts all out.</summary>
    public static Localized Everywhere { get; } = new("Sign out everywhere", "在所有浏览器中退出登录");

    /// <summary>What follows from that.</summary>
    public static Localized EverywhereText { get; } = new(
        "All browsers are signed out at once, this one too. To get in again, open the address that Builder shows in its terminal window. Trainings go on.",
        "所有浏览器都会立即退出登录，包括当前这个。要再次进入，请打开 Builder 终端窗口中显示的地址。正在进行的训练不受影响。");

    /// <summary>Leaves all as it is.</summary>
    public static Localized Stay { get; } = new("Stay signed in", "保持登录");

    /// <summary>It is done.</summary>
    public static Localized SignedOut { get; } = new("The browser is signed out.", "该浏览器已退出登录。");

    /// <summary>Since when a browser is in, and when it was last used.</summary>
    public static Localized Times(BrowserSession session, DateTimeOffset now)
    {
        var (opened, seen) = (Ago.Of(session.OpenedAt, now), Ago.Of(session.SeenAt, now));
        return new($"Signed in {opened.En} · last used {seen.En}", $"{opened.Zh}登录 · {seen.Zh}使用过");
    }

    /// <summary>Some could not get in.</summary>
    public static Localized Failed(long count, DateTimeOffset last, DateTimeOffset now)
    {
        var when = Ago.Of(last, now);
        return new(
            $"Since Builder was started, {(count == 1 ? "one attempt" : $"{count} attempts")} to get in failed, the last one {when.En}: a used or wrong address, or a browser that had been signed out.",
            $"自 Builder 启动以来，共有 {count} 次未能进入，最近一次：{when.Zh}。原因可能是地址已用过或不正确，或者该浏览器已退出登录。");
    }
}
