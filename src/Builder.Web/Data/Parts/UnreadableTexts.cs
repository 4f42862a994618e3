using Builder.Graph;

namespace Builder.Web.Data.Parts;

/// <summary>What the list of pictures that cannot be read says.</summary>
internal static class UnreadableTexts
{
    public static Localized Title { get; } = new("Pictures that cannot be read", "无法读取的图片");

    public static Localized Reasons { get; } = new("Only for one reason", "只看某一种原因");

    public static Localized Download { get; } = new("Download the list", "下载列表");

    public static Localized File { get; } = new("File", "文件");

    public static Localized Reason { get; } = new("Reason", "原因");

    public static Localized LeftOut(long count) => count == 1 ? new("1 picture is left out.", "已排除 1 张图片。") : new($"{count:N0} pictures are left out.", $"已排除 {count:N0} 张图片。");

    public static Localized Course(int looked, int count) => new(
        $"Looking whether all pictures can be read: {looked:N0} of {count:N0}…", $"正在检查图片能否读取：{looked:N0} / {count:N0}……");
}
