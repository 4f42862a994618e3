using Builder.Graph;

namespace Builder.Web.Shell.Faults;

/// <summary>What is said when something fails that nobody foresaw, and when the server cannot start.</summary>
internal static class FaultTexts
{
    public static Localized Title { get; } = new("Something went wrong here", "这里出了点问题");

    public static Localized BadRequest { get; } = new(
        "The server could not understand this request. Reload the page and try again.", "服务器无法理解这个请求。请刷新页面后重试。");

    public static Localized TooLarge { get; } = new(
        "This is more than the server takes at once. Send it in smaller parts.", "数据量超出服务器一次可接收的上限。请拆分后分批发送。");

    public static Localized NothingHere { get; } = new(
        "There is nothing at this address. Perhaps it was deleted; the start page lists all projects.", "这个地址下没有内容，可能已被删除。起始页列出了全部项目。");

    public static Localized NotAllowed { get; } = new(
        "The server does not take this request. Reload the page and try again.", "服务器不接受这个请求。请刷新页面后重试。");

    public static Localized TooOften { get; } = new(
        "That was too often in a short time. Wait a minute and try again.", "短时间内请求过多。请等一分钟后再试。");

    public static Localized Home { get; } = new("All projects", "全部项目");

    public static Localized Unforeseen(string reference) => new(
        $"Something unforeseen went wrong; nothing that was saved is lost. Try again. If it happens again, tell whoever looks after this server the reference {reference}: the log says more under it.",
        $"发生了意外错误，已保存的内容没有丢失。请重试。如果再次出现，请把编号 {reference} 告诉服务器管理员，日志中有对应的详细记录。");

    public static Localized PortInUse(string address) => new(
        $"Another program already listens at {address}. Perhaps Builder is running already: use its window, or choose another port, such as --port 5081.",
        $"{address} 已被其他程序占用。可能 Builder 已在运行：请使用它的窗口，或换一个端口，例如 --port 5081。");

    public static Localized PortForbidden { get; } = new(
        "Builder may not listen at this port. Choose one above 1023, such as --port 5080.", "没有权限监听这个端口。请选择 1023 以上的端口，例如 --port 5080。");

    public static Localized AddressNotHere { get; } = new(
        "This machine does not have the address at which Builder was told to listen. Use http://127.0.0.1:5080, or an address of this machine.",
        "本机没有要监听的地址。请使用 http://127.0.0.1:5080 或本机的某个地址。");

    public static Localized TooFewFiles { get; } = new(
        "Builder ran out of files that it may have open. Allow more, for example with ulimit -n 4096, and start it again.",
        "Builder 可同时打开的文件数不足。请提高上限（例如 ulimit -n 4096）后重新启动。");

    public static Localized Unknown(string kind, string message) => new(
        $"Builder could not start ({kind}: {message}). Check the data folder and the settings, and start it again; if that does not help, report these words.",
        $"Builder 无法启动（{kind}：{message}）。请检查数据文件夹和设置后重新启动；如果仍不行，请报告以上内容。");

    public static Localized FewFiles(long limit, long needed) => new(
        $"Only {limit} files may be open at once here, and Builder needs at least {needed}. Allow more, for example with ulimit -n 4096, and start it again.",
        $"这里最多只能同时打开 {limit} 个文件，而 Builder 至少需要 {needed} 个。请提高上限（例如 ulimit -n 4096）后重新启动。");
}
