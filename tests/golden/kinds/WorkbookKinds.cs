using System.Text;
using System.Text.Json;
using Builder.Datasets.Tests.Sheets;

namespace Builder.Tests.Intake;

/// <content>Workbooks and documents that hold a table.</content>
internal static partial class IntakeKinds
{
    private static IEnumerable<IntakeTable> Workbooks()
    {
        IntakeTable Workbook(string file, string sheet, string columns, string cells, params string[] told) => Bytes(file, TableWriters.Xlsx(("Data", sheet)), columns, cells, told);
        static string Sheet(IEnumerable<object?[]> rows, int first = 1, int left = 0) =>
            $"<sheetData>{string.Concat(rows.Select((row, r) => $"<row r=\"{r + first}\">{string.Concat(row.Select((c, i) => TableWriters.Cell($"{(char)('A' + i + left)}{r + first}", c)))}</row>"))}</sheetData>";
        static IEnumerable<object?[]> Rows(Func<int, object?[]> row, params object?[] names) => Enumerable.Range(0, IntakeKinds.Rows).Select(row).Prepend(names);
        static object?[] Row(int i) => [Place(i, "A", "B", "C"), (double)Pieces(i), Sold(i)];
        var plain = Sheet(Rows(Row, "place", "pieces", "sold"));

        yield return Workbook("numbers-as-text.xlsx", Sheet(Rows(i => [Place(i, "A", "B", "C"), $"{Pieces(i)}", Sold(i)], "place", "pieces", "sold")), Usual, UsualCells);
        yield return Workbook("hidden-column.xlsx", "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/></cols>" + plain, Usual, UsualCells);
        yield return Workbook("title-and-margin.xlsx", Sheet(Rows(Row, "place", "pieces", "sold").Prepend([]).Prepend(["Report of May"]), first: 2, left: 2), Usual, UsualCells, "lines-above: Read them");
        yield return Workbook(
            "formulas-alone.xlsx", Sheet(Rows(i => [.. Row(i), "=B2*2"], "place", "pieces", "sold", "double")).Replace(" t=\"inlineStr\"><is><t xml:space=\"preserve\">=B2*2</t></is>", "><f>B2*2</f>", StringComparison.Ordinal),
            Usual + " · double number", UsualCells, "left-out(double): Use it all the same");
        yield return Workbook(
            "results.xlsx", Sheet(Rows(Row, "place", "pieces", "sold")).Replace("<c r=\"B3\"><v>29</v></c>", "<c r=\"B3\"><f>28+1</f><v>29</v></c>", StringComparison.Ordinal).Replace("<c r=\"B4\"><v>58</v></c>", "<c r=\"B4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", StringComparison.Ordinal),
            Usual, UsualCells + " · pieces 3 =");
        yield return Workbook(
            "second-table.xlsx", Sheet([.. Rows(Row, "place", "pieces", "sold"), [], ["product", "price", "stock", "since"], ["Cup", 2.5, 10.0, 2001.0], ["Plate", 4.0, 20.0, 2002.0]]), Usual + " · column 4 number", UsualCells,
            "second-table: Read the second table instead | They are rows of the first");
        yield return Bytes("chart-in-front.xlsx", TableWriters.Xlsx(("Chart", "<drawing/>"), ("Data", plain)), Usual, UsualCells, "sheet: Read “Chart”");
        yield return Bytes("two-sheets.ods", TableWriters.Ods(("Notes", new PlainTable(["note"], [["see the other"]])), ("Data", new PlainTable(["place", "pieces", "sold"], [.. Enumerable.Range(0, IntakeKinds.Rows).Select(Row)]))), Usual, UsualCells, "sheet: Read “Notes”");
        yield return Bytes("workbook.zip", TableWriters.Zip(("readme.md", "read me"u8.ToArray()), ("a/b/Data.XLSX", TableWriters.Xlsx(("Data", plain)))), Usual, UsualCells);
        yield return Bytes("parts.zip", TableWriters.Zip(("train.csv", Utf8(Table("place,pieces,sold", Line))), ("sample_submission.csv", Utf8("id,sold\n1,no\n"))), Usual, UsualCells, "sheet: Read “sample_submission.csv”");
    }

    private static IEnumerable<IntakeTable> Documents()
    {
        static Dictionary<string, object?> Record(int i) => new() { ["place"] = Place(i, "A", "B", "C"), ["pieces"] = Pieces(i), ["sold"] = Sold(i) };
        var records = Enumerable.Range(0, Rows).Select(Record).ToArray();
        yield return Json("nested-twice.json", new { status = "ok", result = new { count = Rows, page = new { rows = records } } }, Usual, UsualCells);
        yield return Json("two-lists.json", new { schema = new { fields = new[] { new { name = "place" }, new { name = "pieces" } } }, data = records }, Usual, UsualCells);
        yield return Json("by-number.json", records.Index().ToDictionary(r => $"{r.Index}", r => r.Item), Usual, UsualCells);
        yield return Json("by-key.json", records.Index().ToDictionary(r => $"order-{r.Index * 7}", r => r.Item), "key id · " + Usual, "key 2 = order-7 · " + UsualCells, "left-out(key): Use it all the same");
        yield return Json("lists-with-names.json", new object?[][] { ["place", "pieces", "sold"] }.Concat(records.Select(r => r.Values.ToArray())), Usual, UsualCells);
        yield return Json("lists.json", records.Select(r => r.Values.ToArray()), "column 1 category · column 2 number · column 3 category*", "column 1 1 = A · column 2 2 = 29");
        yield return Json(
            "inside.json", Enumerable.Range(0, Rows).Select(i => new { place = new { name = Place(i, "A", "B", "C"), at = new { x = i % 7 } }, pieces = Pieces(i), sold = Sold(i) }),
            "place.name category · place.at.x number · pieces number · sold category*", "place.name 1 = A · place.at.x 3 = 2");
        yield return Text("not-a-number.json", "[" + string.Join(",\n", Enumerable.Range(0, Rows).Select(i => $"{{\"place\": \"{Place(i, "A", "NaN", "C")}\", \"pieces\": {(i == 4 ? "NaN" : i == 5 ? "-Infinity" : $"{Pieces(i)}")}, \"sold\": \"{Sold(i)}\"}}")) + "]",
            "place category · pieces number** · sold category", UsualCells + " · pieces 5 = · pieces 6 =", "not-numbers(pieces): That means “no value” | Leave the row out | Make it a category");
        yield return Text(
            "cut-emoji.json", "[" + string.Join(',', Enumerable.Range(0, Rows).Select(i => $"{{\"place\":\"{Place(i, "A\\ud83d", "\\ud83d\\ude00", "C\\\\ud83d")}\",\"pieces\":{Pieces(i)},\"sold\":\"{Sold(i)}\"}}")) + "]", Usual, "place 1 = A\uFFFD · pieces 2 = 29");
        yield return Text(
            "long-numbers.jsonl", string.Concat(Enumerable.Range(0, Rows).Select(i => $"{{\"order\": {9007199254740992 + i}, \"pieces\": {Pieces(i)}, \"sold\": \"{Sold(i)}\"}}\n")),
            "order id · pieces number · sold category*", "order 1 = 9007199254740992 · order 2 = 9007199254740993", "left-out(order): Use it all the same");
        yield return Text(
            "missing-keys.jsonl", string.Concat(Enumerable.Range(0, Rows).Select(i => $"{{\"pieces\": {Pieces(i)}{(i % 4 == 1 ? "" : $", \"place\": \"{Place(i, "A", "B", "C")}\"")}, \"sold\": {(i % 9 == 2 ? "null" : $"\"{Sold(i)}\"")}}}\n")),
            "pieces number · place category · sold category*", "place 2 = · sold 3 =", "unknown-target(sold):");
        yield return Text(
            "map.geojson", JsonSerializer.Serialize(new { type = "FeatureCollection", features = records.Select((r, i) => new { type = "Feature", properties = r, geometry = new { type = "Point", coordinates = new[] { i % 9, i % 5 } } }) }),
            "type category · properties.place category · properties.pieces number · properties.sold category* · geometry.type category · geometry.coordinates text", "properties.pieces 2 = 29 · geometry.coordinates 2 = 1; 1");
        yield return Text(
            "sparse.arff", "% sparse\n@RELATION r\n@ATTRIBUTE 'the place' {A,B,C}\n@ATTRIBUTE pieces NUMERIC\n@ATTRIBUTE sold {no,yes}\n@DATA\n"
            + string.Concat(Enumerable.Range(0, Rows).Select(i => Sparse(Place(i, "A", "B", "C"), Pieces(i), Sold(i)))),
            "the place category · pieces number · sold category*", "the place 1 = A · pieces 1 = 0 · pieces 2 = 29");
        yield return Text(
            "two-tables.html", "<html><body><table><caption>Small</caption><tr><th>a</th></tr><tr><td>1</td></tr></table><table><tr><th>place</th><th>pieces</th><th>sold</th></tr>"
            + string.Concat(Enumerable.Range(0, Rows).Select(i => $"<tr><td>{Place(i, "A", "B", "C")}</td><td> {Pieces(i)}&nbsp;</td><td><b>{Sold(i)}</b></td></tr>")) + "</table></body></html>",
            Usual, UsualCells, "sheet: Read “1: Small”");
        yield return Text(
            "saved-as-excel.xls", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\"></head><table><tr><td>place</td><td>pieces</td><td>sold</td></tr>"
            + string.Concat(Enumerable.Range(0, Rows).Select(i => $"<tr><td>{Place(i, "A", "B", "C")}</td><td x:num>{Pieces(i)}</td><td>{Sold(i)}</td></tr>")) + "</table></html>", Usual, UsualCells);
    }

    // A cell that is left out is the first of its classes, or 0.
    private static string Sparse(string place, int pieces, string sold) => $"{{{(place == "A" ? "" : $"0 {place},")}{(pieces == 0 ? "" : $"1 {pieces},")}2 {sold}}}\n";

    private static IntakeTable Json(string file, object value, string columns, string cells, params string[] told) => Bytes(file, JsonSerializer.SerializeToUtf8Bytes(value), columns, cells, told);

    private static string Line(int i) => $"{Place(i, "A", "B", "C")},{Pieces(i)},{Sold(i)}";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
