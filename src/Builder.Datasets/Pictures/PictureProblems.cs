using Builder.Graph;
using Builder.Graph.Messages;

namespace Builder.Datasets.Pictures;

/// <summary>What can be wrong with pictures and IDX files.</summary>
internal static class PictureProblems
{
    private static readonly MessageTemplate CorruptWords = new(
        "picture-corrupt",
        "The picture \"{file}\" cannot be read: it is damaged or cut short. Replace it with a PNG or JPEG, or remove it.",
        "无法读取图片“{file}”：文件已损坏或不完整。请换成 PNG 或 JPEG 文件，或将其删除。");

    public static DataException Corrupt(string file, Exception? cause = null) => new(
        CorruptWords.With(("file", file)),
        new DataPlace(file),
        cause);

    private static readonly MessageTemplate EmptyWords = new(
        "picture-empty",
        "The picture \"{file}\" is an empty file: nothing of it has arrived. Copy it again, or remove it.",
        "图片“{file}”是空文件，没有任何内容。请重新复制，或将其删除。");

    public static DataException Empty(string file) => new(EmptyWords.With(("file", file)), new DataPlace(file));

    private static readonly MessageTemplate OtherKindWords = new(
        "picture-other-kind",
        "\"{file}\" is no picture that can be read: its content is {kind}. Save it as a PNG or JPEG, or remove it.",
        "“{file}”不是可以读取的图片：其内容为 {kind}。请另存为 PNG 或 JPEG，或将其删除。");

    /// <param name="file">The file.</param>
    /// <param name="kind">What it is, as its makers call it.</param>
    public static DataException OtherKind(string file, string kind) => new(OtherKindWords.With(("file", file), ("kind", kind)), new DataPlace(file));

    private static readonly MessageTemplate TextWords = new(
        "picture-text",
        "\"{file}\" is no picture, whatever its name says: it holds text, such as a web page that came in place of the picture. Get the picture again, or remove the file.",
        "无论名称如何，“{file}”并不是图片：其中是文本，例如下载时得到的网页。请重新获取图片，或删除该文件。");

    public static DataException Text(string file) => new(TextWords.With(("file", file)), new DataPlace(file));

    private static readonly MessageTemplate TooLargeWords = new(
        "picture-too-large",
        "The picture \"{file}\" has {width} × {height} pixels; at most {millions} million pixels are read. Make it smaller first.",
        "图片“{file}”的尺寸为 {width} × {height} 像素，最多只能读取 {tenThousands} 万像素的图片。请先缩小它。");

    public static DataException TooLarge(string file, long width, long height) => new(
        TooLargeWords.With(("file", file), ("width", width), ("height", height), ("millions", PictureFile.MostPixels / 1_000_000), ("tenThousands", PictureFile.MostPixels / 10_000)),
        new DataPlace(file));

    private static readonly MessageTemplate FileTooLargeWords = new(
        "picture-file-too-large",
        "The picture file \"{file}\" is larger than {megabytes} MB, the most that is read of one picture. Save it as a JPEG or make it smaller first.",
        "图片文件“{file}”超过单张图片的上限 {megabytes} MB。请先另存为 JPEG 或缩小图片。");

    public static DataException FileTooLarge(string file) => new(
        FileTooLargeWords.With(("file", file), ("megabytes", PictureFile.MostFileBytes >> 20)),
        new DataPlace(file));

    private static readonly MessageTemplate NoPicturesWords = new(
        "pictures-none",
        "There are no pictures in \"{path}\". Put PNG, JPEG, WebP, GIF, BMP or TIFF files into it, one sub-folder for each class.",
        "“{path}”中没有图片。请放入 PNG、JPEG、WebP、GIF、BMP 或 TIFF 文件，每个类别一个子文件夹。");

    public static DataException NoPictures(string path) => new(
        NoPicturesWords.With(("path", path)),
        new DataPlace(path));

    private static readonly MessageTemplate SymbolicLinkWords = new(
        "pictures-symbolic-link",
        "\"{path}\" is a symbolic link, which could lead anywhere. Put the file itself into the folder.",
        "“{path}”是符号链接，可能指向任意位置。请把文件本身放进文件夹。");

    public static DataException SymbolicLink(string path) => new(
        SymbolicLinkWords.With(("path", path)),
        new DataPlace(path));

    private static readonly MessageTemplate NotIdxWords = new(
        "idx-not-valid",
        "\"{file}\" is not an IDX file of unsigned bytes, or it is cut short. Download it again, or choose another kind of source.",
        "“{file}”不是无符号字节的 IDX 文件，或者文件不完整。请重新下载，或选择其他类型的来源。");

    public static DataException NotIdx(string file) => new(
        NotIdxWords.With(("file", file)),
        new DataPlace(file));

    private static readonly MessageTemplate IdxCountsDifferWords = new(
        "idx-counts-differ",
        "\"{images}\" holds {pictures} pictures but \"{labels}\" {names} labels. The two files must belong together.",
        "“{images}”中有 {pictures} 张图片，而“{labels}”中有 {names} 个标签。这两个文件必须配套。");

    public static DataException IdxCountsDiffer(string images, int pictures, string labels, int names) => new(
        IdxCountsDifferWords.With(("images", images), ("pictures", pictures), ("labels", labels), ("names", names)),
        new DataPlace(labels));

    private static readonly MessageTemplate IdxLabelUnnamedWords = new(
        "idx-label-unnamed",
        "\"{labels}\" has the label {label}, but only {names} class names are given. Add the missing names or remove them all.",
        "“{labels}”中出现了标签 {label}，但只提供了 {names} 个类别名称。请补全名称，或全部删除。");

    public static DataException IdxLabelUnnamed(string labels, int label, int names) => new(
        IdxLabelUnnamedWords.With(("labels", labels), ("label", label), ("names", names)),
        new DataPlace(labels));

    private static readonly MessageTemplate NoPictureWords = new(
        "picture-missing",
        "No picture is given. Choose one, then try again.",
        "没有提供图片。请选择一张图片后再试。");

    private static readonly MessageTemplate PictureGoneWords = new(
        "picture-missing.gone",
        "The picture “{file}” does not exist any more. Choose it again.",
        "图片“{file}”已不存在。请重新选择。");

    public static DataException NotGiven(string file) => new(
        file.Length == 0
            ? NoPictureWords.With()
            : PictureGoneWords.With(("file", file)));

    private static readonly MessageTemplate InTrainingWords = new(
        "picture-in-training",
        "{problem} The Data page lists all pictures that cannot be read, and leaves them out with one click.",
        "{problem}“数据”页会列出所有无法读取的图片，并可一键排除。");

    /// <summary>The same problem for whoever trains: where all such pictures are found.</summary>
    public static DataException InTraining(DataException problem) => new(InTrainingWords.With(("problem", problem.Reason)), problem.Place, problem, problem.Code);

    /// <summary>Whether a problem is that of one picture.</summary>
    public static bool IsOfOne(DataException problem) => s_inShort.ContainsKey(problem.Code);

    private static readonly Dictionary<string, Func<Message, Localized>> s_inShort = new(StringComparer.Ordinal)
    {
        [NoPictureWords.Code] = _ => new("not there", "文件不存在"),
        [CorruptWords.Code] = _ => new("damaged or cut short", "已损坏或不完整"),
        [EmptyWords.Code] = _ => new("empty file", "空文件"),
        [OtherKindWords.Code] = reason => new($"{Argument(reason, "kind")}, which is not read", $"{Argument(reason, "kind")} 格式，无法读取"),
        [TextWords.Code] = _ => new("text, such as a web page", "内容是文本，例如网页"),
        [TooLargeWords.Code] = _ => new($"more than {PictureFile.MostPixels / 1_000_000} million pixels", $"超过 {PictureFile.MostPixels / 10_000} 万像素"),
        [FileTooLargeWords.Code] = _ => new($"file larger than {PictureFile.MostFileBytes >> 20} MB", $"文件超过 {PictureFile.MostFileBytes >> 20} MB"),
        ["archive-corrupt"] = _ => new("damaged within the zip", "在压缩包中已损坏"),
        ["data-file-unreadable"] = _ => new("the file cannot be opened", "文件无法打开"),
        ["pictures-stopped"] = _ => new("the program that opens pictures stopped over it", "读取图片的程序因它而中止"),
        ["pictures-too-slow"] = _ => new("takes too long to read", "读取用时过长"),
        ["picture-memory"] = _ => new("needs too much memory", "所需内存过多"),
    };

    /// <summary>What is wrong with a picture, in a few words.</summary>
    public static Localized InShort(Message reason) => s_inShort.TryGetValue(reason.Kind, out var words) ? words(reason) : reason.Words;

    private static string Argument(Message reason, string name) => reason.Arguments.TryGetValue(name, out var value) ? value.Value.ToString() ?? "" : "";
}
