using Builder.Graph.Data;

namespace Builder.Datasets;

/// <summary>The errors that every kind of source shares. Each has a code of its own.</summary>
internal static class DataProblems
{
    private const int NamesShown = 12;

    public static DataException FileMissing(string path) => new(
        "data-file-missing",
        new(
            $"The data file \"{path}\" does not exist. Put it into the project's folder, or correct the path in the data set's source.",
            $"找不到数据文件“{path}”。请把它放进项目文件夹，或在数据集的来源中改正路径。"),
        new DataPlace(path));

    public static DataException FileUnreadable(string path, Exception cause) => new(
        "data-file-unreadable",
        new(
            $"The data file \"{path}\" cannot be read ({CauseWords.Of(cause)}). Check that it may be read and is not in use, then try again.",
            $"无法读取数据文件“{path}”（{CauseWords.Of(cause)}）。请检查读取权限以及文件是否被占用，然后重试。"),
        new DataPlace(path),
        cause);

    public static DataException PathOutside(string path) => new(
        "data-path-outside",
        new(
            $"The path \"{path}\" leads out of the project's folder. Copy the data into the project's folder and name it from there.",
            $"路径“{path}”指向项目文件夹之外。请把数据复制到项目文件夹内，并使用相对于该文件夹的路径。"),
        new DataPlace(path));

    public static DataException NoSuchColumn(string file, string column, IReadOnlyList<string> known) => new(
        "data-no-such-column",
        new(
            $"{file} has no column \"{column}\". It has: {List(known, "\"{0}\"", ", ", " and {0} more")}. Choose one of these or correct the name.",
            $"{file} 中没有名为“{column}”的列。现有的列：{List(known, "“{0}”", "、", " 等，另有 {0} 列")}。请选择其中一列，或改正列名。"),
        new DataPlace(file, Column: column));

    public static DataException TooLargeForMemory(string file, string what, string whatZh) => new(
        "data-too-large",
        new(
            $"{file}: {what} would need more memory than one block can hold. Use fewer rows (a row limit) or smaller pictures.",
            $"{file}：{whatZh}所需的内存超出了单个数据块的上限。请减少行数（设置行数上限）或缩小图片。"),
        new DataPlace(file));

    public static DataException NoRows(string file) => new(
        "data-no-rows",
        new(
            $"{file} has no rows of data that could be used. Check the file, and the conditions that select its rows.",
            $"{file} 中没有可用的数据行。请检查该文件以及用于筛选行的条件。"),
        new DataPlace(file));

    public static DataException ExchangedFile(string file) => new(
        DataException.ExchangedFile,
        new(
            $"{file} is not the file any more in which rows were left out or corrected, so the row numbers may mean other rows. Drop these changes on the Data page, or put the earlier file back.",
            $"{file} 已不是当初排除或更正数据行时的那个文件，行号可能对应别的行。请在“数据”页放弃这些修改，或放回原来的文件。"),
        new DataPlace(file));

    public static DataException CorrectionNoNumber(string file, CellCorrection cell) => new(
        "data-correction-no-number",
        new(
            $"{file}: row {cell.Row} of \"{cell.Column}\" was corrected to \"{cell.Value}\", which is no number. Correct it on the Data page.",
            $"{file}：“{cell.Column}”列第 {cell.Row} 行被更正为“{cell.Value}”，这不是数字。请在“数据”页改正。"),
        new DataPlace(file, Column: cell.Column));

    private static string List(IReadOnlyList<string> names, string quoted, string separator, string more) =>
        string.Join(separator, names.Take(NamesShown).Select(n => quoted.Replace("{0}", n, StringComparison.Ordinal)))
        + (names.Count > NamesShown ? string.Format(System.Globalization.CultureInfo.InvariantCulture, more, names.Count - NamesShown) : "");
}
