using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Datasets.Sheets;

/// <summary>What can be wrong with workbooks and other files that hold tables.</summary>
internal static class SheetProblems
{
    private static readonly MessageTemplate LockedWords = new(
        "sheet-password",
        "\"{file}\" is protected by a password. Remove the password in the spreadsheet program, save the file and choose it again.",
        "“{file}”受密码保护。请在表格软件中取消密码，保存后重新选择。");

    public static DataException Locked(string file, Exception cause) => new(LockedWords.With(("file", file)), new DataPlace(file), cause);

    private static readonly MessageTemplate DamagedWords = new(
        "sheet-damaged",
        "\"{file}\" is damaged or cut short and cannot be opened. Open it in the program that made it, save it again, and choose that file.",
        "“{file}”已损坏或不完整，无法打开。请用原来的软件打开并重新保存，再选择该文件。");

    public static DataException Damaged(string file, Exception? cause = null) => new(DamagedWords.With(("file", file)), new DataPlace(file), cause);

    private static readonly MessageTemplate OtherDocumentWords = new(
        "sheet-other-document",
        "\"{file}\" is a document, but no table. Choose a table (CSV, Excel, JSON, Parquet), or copy the table of the document into a spreadsheet.",
        "“{file}”是文档而不是表格。请选择表格文件（CSV、Excel、JSON、Parquet），或把文档中的表格复制到电子表格中。");

    public static DataException OtherDocument(string file) => new(OtherDocumentWords.With(("file", file)), new DataPlace(file));

    private static readonly MessageTemplate BinaryWords = new(
        "sheet-binary",
        "\"{file}\" is a binary workbook (.xlsb), a kind that is not read. Open it in the spreadsheet program, save it as .xlsx or CSV, and choose that file.",
        "“{file}”是二进制工作簿（.xlsb），暂不支持读取。请在表格软件中打开，另存为 .xlsx 或 CSV 后再选择。");

    public static DataException Binary(string file) => new(BinaryWords.With(("file", file)), new DataPlace(file));

    private static readonly MessageTemplate XmlWords = new(
        "sheet-xml",
        "\"{file}\" is an XML file, a kind that is not read as a table. Open it in the spreadsheet program and save it as .xlsx or CSV, or export the data as JSON or CSV.",
        "“{file}”是 XML 文件，无法作为表格读取。请在表格软件中打开并另存为 .xlsx 或 CSV，或将数据导出为 JSON 或 CSV。");

    public static DataException Xml(string file) => new(XmlWords.With(("file", file)), new DataPlace(file));

    private static readonly MessageTemplate NestedWords = new(
        "sheet-nested",
        "\"{file}\" has elements nested more than {most} deep, as no page with a table has. Open it in the spreadsheet program, save the table as .xlsx or CSV, and choose that file.",
        "“{file}”的元素嵌套超过 {most} 层，含有表格的网页不会如此。请在表格软件中打开，将表格另存为 .xlsx 或 CSV 后再选择。");

    public static DataException Nested(string file, int most) => new(NestedWords.With(("file", file), ("most", most)), new DataPlace(file));

    private static readonly MessageTemplate NoSuchSheetWords = new(
        "sheet-missing",
        "\"{file}\" has no table named \"{sheet}\". It has: {known:\"\"}. Choose one of these.",
        "“{file}”中没有名为“{sheet}”的表。现有的表：{known:“”}。请选择其中之一。");

    public static DataException NoSuchSheet(string file, string sheet, IEnumerable<string> known) =>
        new(NoSuchSheetWords.With(("file", file), ("sheet", sheet), ("known", MessageArgument.List(known.Take(20)))), new DataPlace(file));

    private static readonly MessageTemplate NoTableWords = new(
        "sheet-no-table",
        "\"{file}\" holds no table. Choose a file with rows and columns of values.",
        "“{file}”中没有表格。请选择包含行和列数据的文件。");

    public static DataException NoTable(string file) => new(NoTableWords.With(("file", file)), new DataPlace(file));

    private static readonly MessageTemplate BadJsonWords = new(
        "sheet-json",
        "{file}, line {line}: this is no valid JSON. Correct it there, or export the data again.",
        "{file} 第 {line} 行：不是有效的 JSON。请在该处改正，或重新导出数据。");

    public static DataException BadJson(string file, long line, Exception cause) =>
        new(BadJsonWords.With(("file", file), ("line", line)), new DataPlace(file, line), cause);

    private static readonly MessageTemplate BadLayoutWords = new(
        "sheet-layout",
        "\"{layout}\" is no way in which a file can hold a table. Choose separated, aligned, lines or labelled, or none to have it detected.",
        "“{layout}”不是文件存放表格的方式。请选择 separated、aligned、lines 或 labelled，或留空以自动识别。");

    public static DataException BadLayout(string file, TableLayout layout) => new(BadLayoutWords.With(("layout", layout.ToString().ToLowerInvariant())), new DataPlace(file));

    private static readonly MessageTemplate TooManyCellsWords = new(
        "sheet-too-large",
        "\"{file}\" is too large for a workbook: {what}. Save the sheet as CSV and choose that file.",
        "“{file}”作为工作簿过大：{what}。请将工作表另存为 CSV 后再选择。");

    private static readonly MessageTemplate CellsWords = new(
        "sheet-too-many-cells",
        "\"{file}\" has more than {millions} million cells, empty ones counted. Export only the rows and columns that you need, as CSV, and choose that file.",
        "“{file}”的单元格（含空单元格）超过 {millions} 百万个。请只导出需要的行和列，另存为 CSV 后再选择。");

    public static DataException TooManyCells(string file, long most) => new(CellsWords.With(("file", file), ("millions", most / 1_000_000)), new DataPlace(file));

    private static readonly MessageTemplate UnpackedWords = new("sheet-too-large.unpacked", "it unpacks to more than {gigabytes} GB", "解压后超过 {gigabytes} GB");

    public static DataException TooLarge(string file, long gigabytes) =>
        new(TooManyCellsWords.With(("file", file), ("what", UnpackedWords.With(("gigabytes", gigabytes)))), new DataPlace(file));
}
