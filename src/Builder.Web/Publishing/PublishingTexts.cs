using Builder.Graph;
using Builder.Storage;
using Builder.Storage.Publishing;
using Builder.Web.Scores;
using Builder.Web.Shell.Security;

namespace Builder.Web.Publishing;

/// <summary>What is said where a model is handed to others.</summary>
internal static class PublishingTexts
{
    public static Localized Title { get; } = new("Share this model", "分享这个模型");
    public static Localized Lead { get; } = new(
        "One press makes a page of its own for the model, with the form above and how good it is. Whoever has the link can use it without seeing your project or your data.",
        "一键为模型生成独立的网页，包含上面的表单和模型的表现。拿到链接的人可以直接使用，但看不到您的项目和数据。");
    public static Localized Name { get; } = new("Name in the link", "链接中的名称");
    public static Localized NameHelp { get; } = new("Small letters, digits and hyphens. It stays as it is once it is published.", "可用小写字母、数字和连字符，发布后不能更改。");
    public static Localized Publish { get; } = new("Publish", "发布");
    public static Localized PublishVersion { get; } = new("Publish this run as a new version", "将这次训练发布为新版本");
    public static Localized Link { get; } = new("Link", "链接");
    public static Localized Copy { get; } = new("Copy", "复制");
    public static Localized Copied { get; } = new("The link is copied.", "链接已复制。");
    public static Localized Open { get; } = new("Open", "打开");
    public static Localized QrAlt { get; } = new("QR code of the link", "链接的二维码");
    public static Localized QrHelp { get; } = new("Point a telephone's camera here.", "用手机相机扫描。");
    public static Localized OnlyHere { get; } = new(
        $"For now this link works on this computer only, because Builder answers nobody else. To let others open it, end Builder and start it with --{ServerNames.Switch} and the address under which they reach this computer; docs/operations.md says how.",
        $"目前这个链接只能在这台电脑上打开，因为 Builder 只响应本机。要让其他人也能打开，请结束 Builder，再用 --{ServerNames.Switch} 加上他们访问这台电脑所用的地址重新启动；具体方法见 docs/operations.md。");
    public static Localized On { get; } = new("The page answers", "网页已启用");
    public static Localized IsOff { get; } = new("The page is switched off: whoever opens the link is told so.", "网页已停用：打开链接的人会看到停用提示。");
    public static Localized SwitchedOn { get; } = new("The page answers again.", "网页已重新启用。");
    public static Localized SwitchedOff { get; } = new("The page is switched off.", "网页已停用。");
    public static Localized Words { get; } = new("What visitors read", "访客看到的文字");
    public static Localized ModelTitle { get; } = new("Title", "标题");
    public static Localized Purpose { get; } = new("What the model is for", "模型的用途");
    public static Localized Save { get; } = new("Save", "保存");
    public static Localized Saved { get; } = new("Saved.", "已保存。");

    public static Localized Access(ModelAccess access) => access == ModelAccess.Password
        ? new("Who may use it: whoever knows the password", "谁可以使用：知道密码的人") : new("Who may use it: everybody with the link", "谁可以使用：拿到链接的所有人");

    public static Localized OpenAccess { get; } = new("Everybody with the link", "拿到链接的所有人");
    public static Localized PasswordAccess { get; } = new("Whoever knows the password", "知道密码的人");
    public static Localized Password { get; } = new("Password", "密码");
    public static Localized PasswordHelp { get; } = new(
        $"At least {ModelPasswords.Shortest} characters. With a new one everybody has to say it again; left empty, the old one stays.",
        $"至少 {ModelPasswords.Shortest} 个字符。改密码后所有人都要重新输入；留空则保留原密码。");

    public static Localized ForPrograms { get; } = new("For programs (REST)", "供程序调用（REST）");
    public static Localized ForProgramsHelp { get; } = new(
        "Programs ask the model over HTTP: JSON for one row or many, a CSV table, or a picture. A key is needed where the page has a password; each key holds for this model alone.",
        "程序可以通过 HTTP 调用模型：发送一行或多行 JSON、CSV 表格或图片。网页设有密码时需要密钥；每个密钥只对这个模型有效。");
    public static Localized Call { get; } = new("A call to try", "调用示例");
    public static Localized OpenApi { get; } = new("Description of the interface (OpenAPI)", "接口描述（OpenAPI）");
    public static Localized Keys { get; } = new("Keys", "密钥");
    public static Localized MakeKey { get; } = new("Make a key", "生成密钥");
    public static Localized KeyMade { get; } = new("Copy the key now: it is shown this once.", "请立即复制密钥，它只显示这一次。");
    public static Localized Revoke { get; } = new("Revoke", "吊销");

    public static Localized MadeOn(DateTimeOffset moment)
    {
        var when = Figures.When(moment.LocalDateTime, DateTime.Now);
        return new($"made {when.En}", $"生成于{when.Zh}");
    }

    public static Localized Versions { get; } = new("Versions", "版本");
    public static Localized Answers { get; } = new("answers now", "正在使用");
    public static Localized Serve { get; } = new("Go back to this one", "恢复到这一版");
    public static Localized NowAnswers(int version) => new($"Version {version} answers now.", $"现在使用第 {version} 版。");

    public static Localized Uses(ModelUse use)
    {
        var (answers, each) = (Figures.Count(use.Answers), Figures.Count(Math.Max(1, (long)Math.Round(use.Milliseconds / use.Answers))));
        return new($"{answers} {(use.Answers == 1 ? "answer" : "answers")}, {each} ms each on average", $"已回答 {answers} 次，平均用时 {each} 毫秒");
    }

    public static Localized Version(ModelVersion version)
    {
        var when = Figures.When(version.PublishedAt.LocalDateTime, DateTime.Now);
        return new($"Version {version.Number} · {when.En}", $"第 {version.Number} 版 · {when.Zh}");
    }
}
