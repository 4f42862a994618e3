using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>A table of named columns: numbers (double), texts (string) and days (DateOnly), with gaps (null).</summary>
internal sealed record PlainTable(string[] Names, object?[][] Rows);

/// <summary>Writes the same table as files of all kinds, by hand and not with the code that reads them.</summary>
internal static class TableWriters
{
    public static IReadOnlyDictionary<string, Func<PlainTable, byte[]>> All { get; } = new Dictionary<string, Func<PlainTable, byte[]>>
    {
        ["csv"] = Csv, ["xlsx"] = t => Xlsx(("Data", t)), ["ods"] = t => Ods(("Data", t)), ["parquet"] = Parquet, ["json"] = Json, ["jsonl"] = JsonLines, ["columns.json"] = JsonColumns,
        ["arff"] = Arff, ["html"] = Html, ["zip"] = t => Zip(("folder/table.csv", Csv(t)), ("__MACOSX/._table.csv", [0, 1, 2])), ["csv.gz"] = t => Gzip(Csv(t)), ["xlsx.gz"] = t => Gzip(Xlsx(("Data", t))),
    };

    public static byte[] Csv(PlainTable table) => Encoding.UTF8.GetBytes(string.Concat(
        new object?[][] { table.Names }.Concat(table.Rows).Select(row => string.Join(',', row.Select(c => $"\"{Plain(c)?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n")));

    public static byte[] Xlsx(params (string Name, PlainTable Table)[] sheets) => Xlsx([.. sheets.Select(s => (s.Name, SheetXml(s.Table)))]);

    public static byte[] Xlsx(params (string Name, string SheetData)[] sheets) => Zip(
    [
        ("[Content_Types].xml", Text("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>")),
        ("_rels/.rels", Text("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml", Text($"<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", Text($"<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"rs\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>")),
        ("xl/styles.xml", Text("<?xml version=\"1.0\"?><styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>")),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", Text($"<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{s.SheetData}</worksheet>"))),
    ]);

    public static byte[] Ods(params (string Name, PlainTable Table)[] sheets) => Zip(
        ("mimetype", Text("application/vnd.oasis.opendocument.spreadsheet")),
        ("content.xml", Text("<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
            + string.Concat(sheets.Select(s => $"<table:table table:name=\"{s.Name}\"><table:table-column/>{string.Concat(new object?[][] { s.Table.Names }.Concat(s.Table.Rows).Select(r => $"<table:table-row>{string.Concat(r.Select(OdsCell))}</table:table-row>"))}<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"))
            + "</office:spreadsheet></office:body></office:document-content>")));

    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    public static string Cell(string at, object? value) => value switch
    {
        null => "",
        double number => $"<c r=\"{at}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        DateOnly day => $"<c r=\"{at}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>",
        _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape((string)value)}</t></is></c>",
    };

    private static string SheetXml(PlainTable table) =>
        $"<sheetData>{string.Concat(new object?[][] { table.Names }.Concat(table.Rows).Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((c, i) => Cell($"{(char)('A' + i)}{r + 1}", c)))}</row>"))}</sheetData>";

    private static string OdsCell(object? value) => value switch
    {
        null => "<table:table-cell/>",
        double number => $"<table:table-cell office:value-type=\"float\" office:value=\"{number.ToString("R", CultureInfo.InvariantCulture)}\"><text:p>shown otherwise</text:p></table:table-cell>",
        DateOnly day => $"<table:table-cell office:value-type=\"date\" office:date-value=\"{Plain(day)}\"><text:p>shown otherwise</text:p></table:table-cell>",
        _ => $"<table:table-cell office:value-type=\"string\"><text:p>{SecurityElement.Escape((string)value)}</text:p></table:table-cell>",
    };

    private static byte[] Parquet(PlainTable table)
    {
        using var stream = new MemoryStream();
        WriteAsync(table, stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private static async Task WriteAsync(PlainTable table, Stream stream)
    {
        var isNumber = table.Names.Select((_, i) => table.Rows.All(r => r[i] is null or double)).ToArray();
        DataField[] fields = [.. table.Names.Select((n, i) => isNumber[i] ? (DataField)new DataField<double?>(n) : new DataField<string>(n))];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
        {
            if (isNumber[i])
            {
                await group.WriteAsync<double>(fields[i], (double?[])[.. table.Rows.Select(r => (double?)r[i])]);
            }
            else
            {
                await group.WriteAsync(fields[i], (string?[])[.. table.Rows.Select(r => Plain(r[i]))]!);
            }
        }
    }

    private static byte[] Json(PlainTable table) => JsonSerializer.SerializeToUtf8Bytes(new { note = "made for a test", rows = table.Rows.Select(r => Record(table, r)).ToArray() });

    private static byte[] JsonLines(PlainTable table) => Text(string.Concat(table.Rows.Select(r => JsonSerializer.Serialize(Record(table, r)) + "\n")));

    private static byte[] JsonColumns(PlainTable table) => JsonSerializer.SerializeToUtf8Bytes(table.Names.Select((n, i) => (n, i)).ToDictionary(c => c.n, c => table.Rows.Select(r => Value(r[c.i])).ToArray()));

    private static Dictionary<string, object?> Record(PlainTable table, object?[] row) => table.Names.Select((n, i) => (n, i)).ToDictionary(c => c.n, c => Value(row[c.i]));

    private static object? Value(object? cell) => cell is DateOnly day ? Plain(day) : cell;

    private static byte[] Arff(PlainTable table) => Text("% made for a test\n@RELATION test\n\n"
        + string.Concat(table.Names.Select((n, i) => $"@ATTRIBUTE '{n}' {(table.Rows.All(r => r[i] is null or double) ? "NUMERIC" : "STRING")}\n")) + "\n@DATA\n"
        + string.Concat(table.Rows.Select(r => string.Join(',', r.Select(c => c is null ? "?" : c is double ? Plain(c) : $"'{Plain(c)!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'")) + "\n")));

    private static byte[] Html(PlainTable table) => Text($"<!DOCTYPE html><html><body><p>Report<table><tr>{string.Concat(table.Names.Select(n => $"<th>{WebUtility.HtmlEncode(n)}"))}"
        + string.Concat(table.Rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{WebUtility.HtmlEncode(Plain(c))}</td>"))}</tr>")) + "</table></body></html>");

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static string? Plain(object? cell) => cell switch
    {
        null => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => (string)cell,
    };
}
