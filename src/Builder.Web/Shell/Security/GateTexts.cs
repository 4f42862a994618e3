using Builder.Graph;

namespace Builder.Web.Shell.Security;

/// <summary>What is said to whoever is not let in, and to whoever starts the server.</summary>
public static class GateTexts
{
    /// <summary>Title of the page.</summary>
    public static Localized Title { get; } = new("One more step to get in", "还差一步即可进入");

    /// <summary>Why there is a gate.</summary>
    public static Localized Closed { get; } = new(
        "Builder runs on this computer and keeps your projects to yourself: a browser needs the private address that Builder printed when it started.",
        "Builder 运行在这台电脑上，只向您本人开放您的项目：浏览器需要使用 Builder 启动时显示的专用地址。");

    /// <summary>An address that was used before.</summary>
    public static Localized Used { get; } = new(
        "This address has been used already: each one opens Builder in one browser, once. Builder has printed a new one.",
        "这个地址已经用过了：每个地址只能在一个浏览器里打开一次。Builder 已经显示了新的地址。");

    /// <summary>First thing to do.</summary>
    public static Localized First { get; } = new("Go to the terminal window in which Builder was started.", "回到启动 Builder 的终端窗口。");

    /// <summary>Second thing to do.</summary>
    public static Localized Second { get; } = new("Find the last address printed there; it looks like this:", "找到其中最后显示的地址，形式如下：");

    /// <summary>Third thing to do.</summary>
    public static Localized Third { get; } = new("Open it here. This browser is remembered from then on.", "在这里打开它。此后这个浏览器就会被记住。");

    /// <summary>A name that is not this server's.</summary>
    public static Localized WrongName { get; } = new("Builder does not answer under this name.", "Builder 不通过这个名称提供服务。");

    /// <summary>A request of another site's page.</summary>
    public static Localized WrongOrigin { get; } = new("Builder answers only its own pages.", "Builder 只响应自己的页面。");

    /// <summary>Printed at the start.</summary>
    public static Localized OpenHere { get; } = new("Builder is ready. Open in your browser:", "Builder 已就绪。请在浏览器中打开：");

    /// <summary>Printed when an address has been used.</summary>
    public static Localized NextOne { get; } = new("A browser was let in. For another browser:", "已有一个浏览器进入。如需使用其他浏览器：");

    /// <summary>An address that leaves this machine.</summary>
    public static Localized NotLoopback(string url) => new(
        $"{url} could be reached by other computers. If that is what you want, name the address under which they will open Builder, such as --{ServerNames.Switch}=192.0.2.10; otherwise use http://127.0.0.1.",
        $"{url} 可能被其他电脑访问。如果确实需要，请写明它们打开 Builder 所用的地址，例如 --{ServerNames.Switch}=192.0.2.10；否则请使用 http://127.0.0.1。");

    /// <summary>An address that leaves this machine unencrypted.</summary>
    public static Localized NotEncrypted(string url) => new(
        $"{url} is not encrypted: everybody on the network could read along and take over your projects. Give a certificate (--{ServerCertificate.Switch} and --{ServerCertificate.KeySwitch}) and listen on https, "
            + $"or put a proxy with https before Builder. In a network where you trust everybody, add --{ListenAddresses.Unencrypted}=true.",
        $"{url} 没有加密：网络上的任何人都能看到内容，并接管您的项目。请提供证书（--{ServerCertificate.Switch} 和 --{ServerCertificate.KeySwitch}）并监听 https 地址，"
            + $"或在 Builder 前面放置支持 https 的代理。如果网络中的每个人都可信，可以加上 --{ListenAddresses.Unencrypted}=true。");

    /// <summary>A certificate that cannot be used.</summary>
    public static Localized BadCertificate(string file, string cause) => new(
        $"The certificate {file} cannot be used ({cause}). Give a PEM file with --{ServerCertificate.Switch} and its key with --{ServerCertificate.KeySwitch}, or a PFX file; a password goes into {ServerCertificate.PasswordVariable}.",
        $"无法使用证书 {file}（{cause}）。请用 --{ServerCertificate.Switch} 指定 PEM 文件，并用 --{ServerCertificate.KeySwitch} 指定其私钥，或提供 PFX 文件；密码请放在环境变量 {ServerCertificate.PasswordVariable} 中。");

    /// <summary>A proxy that is named wrongly.</summary>
    public static Localized NoAddress(string name) => new(
        $"--{TrustedProxies.Switch} names the addresses of proxies, such as 127.0.0.1 or 10.0.0.0/8; {name} is none.",
        $"--{TrustedProxies.Switch} 应写代理的 IP 地址，例如 127.0.0.1 或 10.0.0.0/8；{name} 不是 IP 地址。");
}
