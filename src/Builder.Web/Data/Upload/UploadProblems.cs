using Builder.Datasets;
using Builder.Graph.Messages;

namespace Builder.Web.Data.Upload;

/// <summary>Why an upload is refused, with a way out. Nothing was stored then.</summary>
internal static class UploadProblems
{
    private static readonly MessageTemplate TooLargeWords = new(
        "upload-too-large",
        "The file is larger than {limit}, the limit for one file. Upload a part of the data; a few thousand rows or pictures are plenty for a start.",
        "文件超过单个文件的上限 {limit}。请上传其中一部分数据；起步时几千行或几千张图片就足够了。");

    public static DataException TooLarge(string limit) =>
        new(TooLargeWords.With(("limit", limit)));

    private static readonly MessageTemplate EmptyWords = new(
        "upload-empty",
        "“{file}” is empty. Check the file and choose it again.",
        "“{file}”是空文件。请检查后重新选择。");

    public static DataException Empty(string file) =>
        new(EmptyWords.With(("file", file)), new(file));

    private static readonly MessageTemplate ExecutableWords = new(
        "upload-executable",
        "“{file}” is a program, whatever its name says. Builder reads tables (CSV, Excel, JSON, Parquet), zips of pictures and text files.",
        "无论文件名如何，“{file}”其实是一个程序。Builder 读取表格（CSV、Excel、JSON、Parquet）、图片压缩包和文本文件。");

    public static DataException Executable(string file) =>
        new(ExecutableWords.With(("file", file)), new(file));

    private static readonly MessageTemplate DocumentWords = new(
        "upload-document",
        "“{file}” is a PDF, in which columns cannot be told for sure. Export the table as CSV or Excel from the program that made it, and upload that.",
        "“{file}”是 PDF 文件，无法可靠地识别其中的列。请从原来的软件中将表格导出为 CSV 或 Excel 后再上传。");

    public static DataException Document(string file) =>
        new(DocumentWords.With(("file", file)), new(file));

    private static readonly MessageTemplate OtherArchiveWords = new(
        "upload-other-archive",
        "“{file}” is packed in a way that Builder does not open. Pack the files as a zip and upload that.",
        "Builder 无法打开“{file}”这种压缩格式。请打包为 zip 后再上传。");

    public static DataException OtherArchive(string file) =>
        new(OtherArchiveWords.With(("file", file)), new(file));

    private static readonly MessageTemplate SinglePictureWords = new(
        "upload-single-picture",
        "“{file}” is a single picture. Put many pictures into folders, one folder for each class, zip them, and upload the zip.",
        "“{file}”是单张图片。请把多张图片按类别放进各自的文件夹，打包成 zip 后上传。");

    public static DataException SinglePicture(string file) =>
        new(SinglePictureWords.With(("file", file)), new(file));

    private static readonly MessageTemplate NotReadableWords = new(
        "upload-not-readable",
        "“{file}” holds neither a table nor text nor pictures. Builder reads tables (CSV, Excel, JSON, Parquet), zips of pictures, IDX files and text files.",
        "“{file}”既不是表格，也不是文本或图片。Builder 读取表格（CSV、Excel、JSON、Parquet）、图片压缩包、IDX 文件和文本文件。");

    public static DataException NotReadable(string file) =>
        new(NotReadableWords.With(("file", file)), new(file));

    private static readonly MessageTemplate NothingInsideWords = new(
        "upload-nothing-inside",
        "“{file}” holds no pictures and no table. Zip a folder of pictures (one sub-folder for each class), or tables.",
        "“{file}”中没有图片，也没有表格。请压缩一个图片文件夹（每个类别一个子文件夹）或表格文件。");

    public static DataException NothingInside(string file) =>
        new(NothingInsideWords.With(("file", file)), new(file));

    private static readonly MessageTemplate ArchivesInsideWords = new(
        "upload-archives-inside",
        "“{file}” holds further archives, and no table in them. Unpack it, and zip the pictures or texts themselves.",
        "“{file}”中只有其他压缩包，且其中没有表格。请先解压，再直接压缩图片或文本文件本身。");

    public static DataException ArchivesInside(string file) =>
        new(ArchivesInsideWords.With(("file", file)), new(file));

    private static readonly MessageTemplate NoPictureReadableWords = new(
        "upload-no-picture-readable",
        "None of the {count} pictures in “{file}” can be read. The first: {reason}",
        "“{file}”中的 {count} 张图片都无法读取。第一张：{reason}");

    /// <param name="file">The folder or zip file.</param>
    /// <param name="count">Pictures in it.</param>
    /// <param name="first">What is wrong with the first.</param>
    public static DataException NoPictureReadable(string file, int count, DataException first) =>
        new(NoPictureReadableWords.With(("file", file), ("count", count), ("reason", first.Reason)), new(file), first);

    private static readonly MessageTemplate LabelsFirstWords = new(
        "upload-labels-alone",
        "“{file}” holds labels only. Upload the file with the pictures first, then this one.",
        "“{file}”只包含标签。请先上传图片文件，再上传标签文件。");

    public static DataException LabelsFirst(string file) =>
        new(LabelsFirstWords.With(("file", file)), new(file));

    private static readonly MessageTemplate InterruptedWords = new(
        "upload-interrupted",
        "The upload was interrupted before the file was complete. Nothing was stored; try it again.",
        "上传在完成之前中断了。没有保存任何内容，请重试。");

    public static DataException Interrupted() =>
        new(InterruptedWords.With());
}
