using Builder.Graph.Messages;

namespace Builder.Datasets.Pictures;

/// <summary>What can be wrong with pictures and IDX files.</summary>
internal static class PictureProblems
{
    private static readonly MessageTemplate CorruptWords = new(
        "picture-corrupt",
        "The picture \"{file}\" cannot be read: it is damaged or of a kind that is not supported. Replace it with a PNG or JPEG, or remove it.",
        "无法读取图片“{file}”：文件已损坏，或格式不受支持。请换成 PNG 或 JPEG 文件，或将其删除。");

    public static DataException Corrupt(string file, Exception? cause = null) => new(
        CorruptWords.With(("file", file)),
        new DataPlace(file),
        cause);

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
        "There are no pictures in \"{path}\". Put PNG, JPEG, BMP or GIF files into it, one sub-folder for each class.",
        "“{path}”中没有图片。请放入 PNG、JPEG、BMP 或 GIF 文件，每个类别一个子文件夹。");

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
}
