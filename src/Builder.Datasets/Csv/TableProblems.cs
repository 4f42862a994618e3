using Builder.Datasets.Text;
using Builder.Graph.Messages;

namespace Builder.Datasets.Csv;

/// <summary>What can be wrong with a table in a text file.</summary>
internal static class TableProblems
{
    private const int ShownLength = 40;

    private static readonly MessageTemplate EmptyWords = new(
        "table-empty",
        "\"{file}\" is empty. Choose a file with a line of column names and at least one row of data.",
        "“{file}”是空文件。请选择包含列名行且至少有一行数据的文件。");

    public static DataException Empty(string file) => new(
        EmptyWords.With(("file", file)),
        new DataPlace(file));

    private static readonly MessageTemplate AllSkippedWords = new(
        "table-all-skipped",
        "With so many lines left out above and below the table, nothing remains of \"{file}\". Leave out fewer.",
        "表格上方和下方跳过的行太多，“{file}”没有剩下任何内容。请减少跳过的行数。");

    public static DataException AllSkipped(string file) => new(
        AllSkippedWords.With(("file", file)),
        new DataPlace(file));

    private static readonly MessageTemplate BinaryWords = new(
        "table-binary",
        "\"{file}\" is not a text file. Save the table as CSV (comma-separated text) and choose that file.",
        "“{file}”不是文本文件。请把表格另存为 CSV（逗号分隔的文本）后再选择。");

    public static DataException Binary(string file) => new(
        BinaryWords.With(("file", file)),
        new DataPlace(file));

    private static readonly MessageTemplate BinaryAtLineWords = new(
        "table-binary.line",
        "{file}, line {line}: there is something that is not text. Save the table as CSV (comma-separated text) again and choose that file.",
        "{file} 第 {line} 行：此处的内容不是文本。请把表格重新另存为 CSV（逗号分隔的文本）后再选择。");

    public static DataException Binary(string file, long line) => new(
        BinaryAtLineWords.With(("file", file), ("line", line)),
        new DataPlace(file, line));

    private static readonly MessageTemplate RaggedWords = new(
        "table-ragged",
        "{file}, line {line}: this row has {found} values, but the first line has {expected}. Add or remove values there; a value that contains the separator must stand in double quotes.",
        "{file} 第 {line} 行：该行有 {found} 个值，而首行有 {expected} 个。请在该行补上或删去多余的值；含有分隔符的值必须用双引号括起来。");

    public static DataException Ragged(string file, long line, int found, int expected) => new(
        RaggedWords.With(("file", file), ("line", line), ("found", found), ("expected", expected)),
        new DataPlace(file, line));

    private static readonly MessageTemplate UnclosedQuoteWords = new(
        "table-unclosed-quote",
        "{file}, line {line}: a value begins with a double quote that is never closed. Add the missing quote, remove this one, or have quotes read as ordinary characters.",
        "{file} 第 {line} 行：某个值以双引号开头，但没有结束的双引号。请补上缺少的引号或去掉开头的引号，也可以把引号当作普通字符读取。");

    public static DataException UnclosedQuote(string file, long line) => new(
        UnclosedQuoteWords.With(("file", file), ("line", line)),
        new DataPlace(file, line));

    /// <summary>Whether a quote that is never closed may be the cause: rows that become one have other widths, or are one very long value.</summary>
    public static bool MayBeUnclosedQuote(DataException problem) =>
        problem.Code == UnclosedQuoteWords.Code || problem.Code == RaggedWords.Code || problem.Code == CellTooLongWords.Code;

    private static readonly MessageTemplate CellTooLongWords = new(
        "table-cell-too-long",
        "{file}, line {line}: a value is longer than {megabytes} MB. Shorten it; if it begins with a double quote, check that the quote is closed. A long text is uploaded as a text file of its own.",
        "{file} 第 {line} 行：某个值超过 {megabytes} MB。请缩短它；如果它以双引号开头，请检查引号是否已结束。很长的文字可以作为单独的文本文件上传。");

    public static DataException CellTooLong(string file, long line, int most) => new(
        CellTooLongWords.With(("file", file), ("line", line), ("megabytes", most / 1_000_000)),
        new DataPlace(file, line));

    private static readonly MessageTemplate TooManyColumnsWords = new(
        "table-too-many-columns",
        "\"{file}\" has {found} columns; at most {most} are read. Remove columns that are not needed, or check the separator.",
        "“{file}”有 {found} 列，最多只能读取 {most} 列。请删除不需要的列，或检查分隔符是否正确。");

    public static DataException TooManyColumns(string file, int found, int most) => new(
        TooManyColumnsWords.With(("file", file), ("found", found), ("most", most)),
        new DataPlace(file));

    private static readonly MessageTemplate NotANumberWords = new(
        "table-not-a-number",
        "{file}, column \"{column}\": most cells are no numbers, the first is \"{value}\" in line {line}. Make the column a category, or choose the right file.",
        "{file} 的“{column}”列：多数单元格不是数字，第一个是第 {line} 行的“{value}”。请把该列设为类别，或选择正确的文件。");

    public static DataException NotANumber(string file, long line, string column, string value) => new(
        NotANumberWords.With(("file", file), ("line", line), ("column", column), ("value", Short(value))),
        new DataPlace(file, line, column));

    private static readonly MessageTemplate WrongEncodingWords = new(
        "table-wrong-encoding",
        "{file}, line {line}: some characters do not fit the file's encoding. Choose another encoding for this data set, or save the file as UTF-8.",
        "{file} 第 {line} 行：部分字符与文件编码不符。请为该数据集选择其他编码，或把文件另存为 UTF-8。");

    public static DataException WrongEncoding(string file, long line) => new(
        WrongEncodingWords.With(("file", file), ("line", line)),
        new DataPlace(file, line));

    private static readonly MessageTemplate UnknownEncodingWords = new(
        "table-unknown-encoding",
        "The encoding \"{encoding}\" of \"{file}\" is not known. Choose one of {known}, or none to have it detected.",
        "无法识别“{file}”的编码“{encoding}”。请从 {known} 中选择，或留空以自动识别。");

    public static DataException UnknownEncoding(string file, string encoding) => new(
        UnknownEncodingWords.With(("encoding", encoding), ("file", file), ("known", MessageArgument.List(TextEncoding.All.Select(e => e.Name)))),
        new DataPlace(file));

    private static readonly MessageTemplate BadDelimiterWords = new(
        "table-bad-delimiter",
        "\"{delimiter}\" cannot separate the values of \"{file}\". Choose one character that is not a letter, a digit, a quote, a point or a minus sign.",
        "“{delimiter}”不能用作“{file}”的分隔符。请选择单个字符，且不能是字母、数字、引号、小数点或负号。");

    public static DataException BadDelimiter(string file, string delimiter) => new(
        BadDelimiterWords.With(("delimiter", delimiter), ("file", file)),
        new DataPlace(file));

    private static readonly MessageTemplate BadDecimalWords = new(
        "table-bad-decimal",
        "\"{mark}\" cannot be the decimal mark of \"{file}\". Choose \".\" or \",\".",
        "“{mark}”不能用作“{file}”的小数点。请选择“.”或“,”。");

    public static DataException BadDecimal(string file, string mark) => new(
        BadDecimalWords.With(("mark", mark), ("file", file)),
        new DataPlace(file));

    private static string Short(string value) => value.Length <= ShownLength ? value : value[..ShownLength] + "…";
}
