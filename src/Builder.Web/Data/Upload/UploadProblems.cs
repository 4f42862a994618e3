using Builder.Datasets;

namespace Builder.Web.Data.Upload;

/// <summary>Why an upload is refused, with a way out. Nothing was stored then.</summary>
internal static class UploadProblems
{
    public static DataException TooLarge(string limit) => new("upload-too-large", new(
        $"The file is larger than {limit}, the limit for one file. Upload a part of the data; a few thousand rows or pictures are plenty for a start.",
        $"文件超过单个文件的上限 {limit}。请上传其中一部分数据；起步时几千行或几千张图片就足够了。"));

    public static DataException Empty(string file) => new("upload-empty", new(
        $"“{file}” is empty. Check the file and choose it again.", $"“{file}”是空文件。请检查后重新选择。"), new(file));

    public static DataException Executable(string file) => new("upload-executable", new(
        $"“{file}” is a program, whatever its name says. Builder reads tables (CSV), zips of pictures and text files.",
        $"无论文件名如何，“{file}”其实是一个程序。Builder 读取表格（CSV）、图片压缩包和文本文件。"), new(file));

    public static DataException Spreadsheet(string file) => new("upload-spreadsheet", new(
        $"“{file}” is an office document. Open it in Excel or a similar program, save the sheet as CSV, and upload that.",
        $"“{file}”是办公文档。请用 Excel 等软件打开，将工作表另存为 CSV 后再上传。"), new(file));

    public static DataException OtherArchive(string file) => new("upload-other-archive", new(
        $"“{file}” is packed in a way that Builder does not open. Pack the files as a zip and upload that.",
        $"Builder 无法打开“{file}”这种压缩格式。请打包为 zip 后再上传。"), new(file));

    public static DataException SinglePicture(string file) => new("upload-single-picture", new(
        $"“{file}” is a single picture. Put many pictures into folders, one folder for each class, zip them, and upload the zip.",
        $"“{file}”是单张图片。请把多张图片按类别放进各自的文件夹，打包成 zip 后上传。"), new(file));

    public static DataException NotReadable(string file) => new("upload-not-readable", new(
        $"“{file}” holds neither a table nor text nor pictures. Builder reads tables (CSV, TSV), zips of pictures, IDX files and text files.",
        $"“{file}”既不是表格，也不是文本或图片。Builder 读取表格（CSV、TSV）、图片压缩包、IDX 文件和文本文件。"), new(file));

    public static DataException NothingInside(string file) => new("upload-nothing-inside", new(
        $"“{file}” holds no pictures and no table. Zip a folder of pictures (one sub-folder for each class), or a single CSV file.",
        $"“{file}”中没有图片，也没有表格。请压缩一个图片文件夹（每个类别一个子文件夹）或单个 CSV 文件。"), new(file));

    public static DataException LabelsFirst(string file) => new("upload-labels-alone", new(
        $"“{file}” holds labels only. Upload the file with the pictures first, then this one.",
        $"“{file}”只包含标签。请先上传图片文件，再上传标签文件。"), new(file));

    public static DataException Interrupted() => new("upload-interrupted", new(
        "The upload was interrupted before the file was complete. Nothing was stored; try it again.",
        "上传在完成之前中断了。没有保存任何内容，请重试。"));
}
