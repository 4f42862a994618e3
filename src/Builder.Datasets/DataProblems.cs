using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Datasets;

/// <summary>The errors that every kind of source shares. Each has a code of its own.</summary>
internal static class DataProblems
{
    private const int NamesShown = 12;

    private static readonly MessageTemplate FileMissingWords = new(
        "data-file-missing",
        "The data file \"{path}\" does not exist. Put it into the project's folder, or correct the path in the data set's source.",
        "找不到数据文件“{path}”。请把它放进项目文件夹，或在数据集的来源中改正路径。");

    public static DataException FileMissing(string path) => new(
        FileMissingWords.With(("path", path)),
        new DataPlace(path));

    private static readonly MessageTemplate FileUnreadableWords = new(
        "data-file-unreadable",
        "The data file \"{path}\" cannot be read ({cause}). Check that it may be read and is not in use, then try again.",
        "无法读取数据文件“{path}”（{cause}）。请检查读取权限以及文件是否被占用，然后重试。");

    public static DataException FileUnreadable(string path, Exception cause) => new(
        FileUnreadableWords.With(("path", path), ("cause", CauseWords.Of(cause))),
        new DataPlace(path),
        cause);

    private static readonly MessageTemplate PathOutsideWords = new(
        "data-path-outside",
        "The path \"{path}\" leads out of the project's folder. Copy the data into the project's folder and name it from there.",
        "路径“{path}”指向项目文件夹之外。请把数据复制到项目文件夹内，并使用相对于该文件夹的路径。");

    public static DataException PathOutside(string path) => new(
        PathOutsideWords.With(("path", path)),
        new DataPlace(path));

    private static readonly MessageTemplate NoSuchColumnWords = new(
        "data-no-such-column",
        "{file} has no column \"{column}\". It has: {known:\"\"}. Choose one of these or correct the name.",
        "{file} 中没有名为“{column}”的列。现有的列：{known:“”}。请选择其中一列，或改正列名。");

    private static readonly MessageTemplate NoSuchColumnOfManyWords = new(
        "data-no-such-column.many",
        "{file} has no column \"{column}\". It has: {known:\"\"} and {more} more. Choose one of these or correct the name.",
        "{file} 中没有名为“{column}”的列。现有的列：{known:“”} 等，另有 {more} 列。请选择其中一列，或改正列名。");

    public static DataException NoSuchColumn(string file, string column, IReadOnlyList<string> known)
    {
        var shown = MessageArgument.List(known.Take(NamesShown));
        return new(
            known.Count > NamesShown
                ? NoSuchColumnOfManyWords.With(("file", file), ("column", column), ("known", shown), ("more", known.Count - NamesShown))
                : NoSuchColumnWords.With(("file", file), ("column", column), ("known", shown)),
            new DataPlace(file, Column: column));
    }

    private static readonly MessageTemplate TooLargeForMemoryWords = new(
        "data-too-large",
        "{file}: {what} would need more memory than one block can hold. Use fewer rows (a row limit) or smaller pictures.",
        "{file}：{what}所需的内存超出了单个数据块的上限。请减少行数（设置行数上限）或缩小图片。");

    private static readonly MessageTemplate TheTableWords = new("data-the-table", "the table", "该表格");

    private static readonly MessageTemplate TheTextWords = new("data-the-text", "the text", "该文本");

    public static DataException TooLargeForMemory(string file, bool isTable) => new(
        TooLargeForMemoryWords.With(("file", file), ("what", (isTable ? TheTableWords : TheTextWords).With())),
        new DataPlace(file));

    private static readonly MessageTemplate ChangedWhileReadWords = new(
        "data-changed-while-read",
        "\"{file}\" was changed while it was read. Try again once whatever writes it is done.",
        "“{file}”在读取过程中被更改。请等写入完成后再试。");

    /// <summary>A file is written while it is read.</summary>
    public static DataException ChangedWhileRead(string file) => new(ChangedWhileReadWords.With(("file", file)), new DataPlace(file));

    private static readonly MessageTemplate NoRowsWords = new(
        "data-no-rows",
        "{file} has no rows of data that could be used. Check the file, and the conditions that select its rows.",
        "{file} 中没有可用的数据行。请检查该文件以及用于筛选行的条件。");

    public static DataException NoRows(string file) => new(
        NoRowsWords.With(("file", file)),
        new DataPlace(file));

    private static readonly MessageTemplate ExchangedFileWords = new(
        DataException.ExchangedFile,
        "{file} is not the file any more in which rows were left out or corrected, so the row numbers may mean other rows. Drop these changes on the Data page, or put the earlier file back.",
        "{file} 已不是当初排除或更正数据行时的那个文件，行号可能对应别的行。请在“数据”页放弃这些修改，或放回原来的文件。");

    public static DataException ExchangedFile(string file) => new(
        ExchangedFileWords.With(("file", file)),
        new DataPlace(file));

    private static readonly MessageTemplate CorrectionNoNumberWords = new(
        "data-correction-no-number",
        "{file}: row {row} of \"{column}\" was corrected to \"{value}\", which is no number. Correct it on the Data page.",
        "{file}：“{column}”列第 {row} 行被更正为“{value}”，这不是数字。请在“数据”页改正。");

    public static DataException CorrectionNoNumber(string file, CellCorrection cell) => new(
        CorrectionNoNumberWords.With(("file", file), ("row", cell.Row), ("column", cell.Column), ("value", cell.Value)),
        new DataPlace(file, Column: cell.Column));
}
