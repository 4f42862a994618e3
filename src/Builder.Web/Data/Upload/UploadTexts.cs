using Builder.Graph;

namespace Builder.Web.Data.Upload;

/// <summary>What the drop zone says.</summary>
internal static class UploadTexts
{
    public static Localized Drop { get; } = new("Drop a file here", "把文件拖到这里");

    public static Localized Kinds { get; } = new(
        "A table (CSV, Excel, OpenDocument, JSON, Parquet), a zip of pictures with a folder for each class, a text (TXT), or IDX files",
        "表格（CSV、Excel、OpenDocument、JSON、Parquet）、按类别分文件夹的图片压缩包（zip）、文本（TXT）或 IDX 文件");

    public static Localized Choose { get; } = new("Choose a file", "选择文件");

    public static Localized Sending { get; } = new("Uploading", "正在上传");

    public static Localized Checking { get; } = new("Reading it from end to end…", "正在通读文件……");

    public static Localized Limit(string words) => new($"Up to {words}. Your data stay on this computer.", $"最大 {words}。您的数据只保存在这台电脑上。");
}
