using Builder.Graph;

namespace Builder.Web.Hosting.Configuration;

/// <summary>What is said about settings that cannot be used. docs/settings.md lists them all.</summary>
internal static class SettingTexts
{
    public static Localized Switch { get; } = new("true or false", "true 或 false");

    public static Localized Address { get; } = new("an address such as http://127.0.0.1:4317", "形如 http://127.0.0.1:4317 的地址");

    public static Localized Number(string least, string most) => new($"a whole number from {least} to {most}", $"{least} 到 {most} 之间的整数");

    public static Localized Span(string least, string most) => new(
        $"a span of time from {least} to {most}, such as 00:05:00 for five minutes", $"{least} 到 {most} 之间的时长，例如 00:05:00 表示五分钟");

    public static Localized Unreadable(string source, string value, Localized expected) => new(
        $"The setting {source} is “{value}”, but must be {expected.En}. Correct it, or leave it out to get the usual value; docs/settings.md lists all settings.",
        $"设置项 {source} 的值是“{value}”，但应为{expected.Zh}。请改正，或去掉它以使用默认值；全部设置项见 docs/settings.md。");

    public static Localized Unknown(string key) => new(
        $"appsettings.json has an entry {key} that Builder does not know. Correct its name or remove it; docs/settings.md lists all settings.",
        $"appsettings.json 中的 {key} 不是 Builder 的设置项。请改正名称或将其删除；全部设置项见 docs/settings.md。");

    public static Localized BrokenFile(string file, string reason) => new(
        $"The settings file {file} cannot be read: {reason} Correct or remove it.", $"无法读取设置文件 {file}：{reason}请改正或删除它。");
}
