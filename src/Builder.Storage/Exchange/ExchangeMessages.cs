using Builder.Graph.Messages;

namespace Builder.Storage.Exchange;

/// <summary>Why a file cannot be opened as a project.</summary>
internal static class ExchangeMessages
{
    public static readonly MessageTemplate AboutUnreadable = new(
        "project-file-about",
        "what it tells about its versions and runs cannot be read.",
        "其中关于版本和训练的信息无法读取。");

    public static readonly MessageTemplate Damaged = new(
        "project-file-damaged",
        "it is damaged or of another kind.",
        "文件已损坏，或者是其他类型的文件。");

    public static readonly MessageTemplate FilesMissing = new(
        "project-file-files-missing",
        "it lacks files that it says it has.",
        "其中缺少它所列出的文件。");

    public static readonly MessageTemplate HistoryTooLong = new(
        "project-file-history",
        "its history has more than {most} changes.",
        "其历史超过 {most} 次修改。");

    public static readonly MessageTemplate ModelCameIn = new(
        "model-came-in",
        "This model came in as a file. It was trained elsewhere; its data and its curves did not come with it.",
        "这个模型是以文件形式导入的。它在别处训练，数据和训练曲线没有随文件一起导入。");

    public static readonly MessageTemplate ModelUnreadable = new(
        "project-file-model",
        "what it tells about its model cannot be read.",
        "其中关于模型的信息无法读取。");

    public static readonly MessageTemplate NameNotAllowed = new(
        "project-file-name-not-allowed",
        "a file in it has a name or a form that is not allowed.",
        "其中有名称或形式不被允许的文件。");

    public static readonly MessageTemplate NameNotPortable = new(
        "project-file-name-not-portable",
        "Windows cannot keep a file or folder called “{name}”. Builder on Linux or macOS opens it as it is. To open it here, unpack it there, rename “{name}” there and in project.json, delete the folder .builder, and zip it again.",
        "Windows 无法保存名为“{name}”的文件或文件夹。在 Linux 或 macOS 上，Builder 可以直接打开。若要在本机打开，请先在 Linux 或 macOS 上解压，将“{name}”改名并在 project.json 中作相应修改，删除 .builder 文件夹后重新压缩。");

    public static readonly MessageTemplate NamesAlike = new(
        "project-file-names-alike",
        "“{first}” and “{second}” in it differ only by capital letters; on Windows and macOS one would replace the other. Builder on Linux opens it as it is. To open it here, unpack it on Linux, rename one there and in project.json, delete the folder .builder, and zip it again.",
        "其中的“{first}”和“{second}”仅大小写不同，在 Windows 和 macOS 上会互相覆盖。在 Linux 上，Builder 可以直接打开。若要在本机打开，请在 Linux 上解压，将其中一个改名并在 project.json 中作相应修改，删除 .builder 文件夹后重新压缩。");

    public static readonly MessageTemplate NameTaken = new(
        "project-file-name-taken",
        "a file in it is called “{taken}”, which is the name of a folder.",
        "其中有文件名为“{taken}”，与文件夹同名。");

    public static readonly MessageTemplate NameTooLong = new(
        "project-file-name-too-long",
        "a file or folder in it has a name of more than 255 letters, or 85 Chinese characters.",
        "其中有文件或文件夹的名称超过 255 个字母（或 85 个汉字）。");

    public static readonly MessageTemplate NoProject = new(
        "project-file-no-project",
        "there is no project in it.",
        "其中没有项目。");

    public static readonly MessageTemplate PictureOutside = new(
        "project-file-picture-outside",
        "a picture of a run in it leads out of the run's folder.",
        "其中一次训练的图片指向了训练文件夹之外。");

    public static readonly MessageTemplate TooLarge = new(
        "project-file-too-large",
        "unpacked, it would be larger than 10 GB or far larger than it says.",
        "解压后会超过 10 GB，或远大于其声明的大小。");

    public static readonly MessageTemplate TooManyVersions = new(
        "project-file-versions",
        "it has more than {most} named versions, or one with an endless name.",
        "其中的命名版本超过 {most} 个，或有版本名称过长。");
}
