using System.Text;

namespace Builder.Tests.Intake;

/// <content>Text files: lines, names, letters, and what programs write by themselves.</content>
internal static partial class IntakeKinds
{
    private const string Usual = "place category · pieces number · sold category*";
    private const string UsualCells = "place 1 = A · pieces 1 = 0 · pieces 2 = 29 · sold 1 = yes";

    private static IEnumerable<IntakeTable> Lines()
    {
        static string Row(int i) => $"{Place(i, "A", "B", "C")},{Pieces(i)},{Sold(i)}";
        yield return Text("old-mac.csv", Table("place,pieces,sold", Row, end: "\r"), Usual, UsualCells);
        yield return Text("mixed-ends.csv", Table("place,pieces,sold\r", i => Row(i) + (i % 3 == 0 ? "\r" : "")), Usual, UsualCells);
        yield return Text("no-last-end.csv", Table("place,pieces,sold", Row).TrimEnd('\n'), Usual, UsualCells);
        yield return Text("marked-and-quoted.csv", "\uFEFF" + Table("\"place\",\"pieces\",\"sold\"", Row), Usual, UsualCells);
        yield return Text("blanks-around.csv", Table(" place , pieces , sold ", i => Row(i).Replace(",", " , ", StringComparison.Ordinal)), Usual, UsualCells);
        yield return Text("bars.txt", Table("place | pieces | sold", i => Row(i).Replace(",", " | ", StringComparison.Ordinal)), Usual, UsualCells);
        yield return Text("separator-line.csv", "sep=|\n" + Table("place|pieces|sold", i => Row(i).Replace(',', '|')), Usual, UsualCells, "lines-above: Read it");
        yield return Text("title-with-comma.csv", "Report, May 2024\n" + Table("place,pieces,sold", Row), Usual, UsualCells, "lines-above: Read it");
        yield return Text("remarks-above.csv", "# made by an instrument\n# on a Monday, at noon\n" + Table("place,pieces,sold", Row), Usual, UsualCells, "lines-above: Read them");
        yield return Text("remark-below.csv", Table("place,pieces,sold", Row) + "\nSource: register of towns\n", Usual, UsualCells, "lines-below: Read it");

        // Another table below, as narrow, wider, padded, with a title.
        const string Second = "second-table: Read the second table instead | They are rows of the first";
        yield return Text("second-table.csv", Table("place,pieces,sold", Row) + "\nproduct,price,stock\nCup,2.5,10\nPlate,4,20\n", Usual, UsualCells, Second);
        yield return Text("second-wider.csv", Table("place;pieces;sold", i => Row(i).Replace(',', ';')) + "\n\nTable 2\n\n" + Table("product;price;stock;since", i => $"Cup;{i}.5;{Pieces(i)};20{i % 10:00}", 40), Usual, UsualCells, Second);
        yield return Text("second-padded.csv", Table("place,pieces,sold", Row) + ",,\nproduct,price,\nCup,2.5,\nPlate,4,\n", Usual, UsualCells, Second);

        // One separator too many, or one too few, behind every row, the names, or some rows.
        yield return Text("separator-behind-rows.csv", Table("place,pieces,sold", i => Row(i) + ","), Usual + " · column 4 number", UsualCells, "left-out(column 4): Use it all the same");
        yield return Text("separator-behind-names.csv", Table("place,pieces,sold,", Row), Usual + " · column 4 number", UsualCells, "left-out(column 4): Use it all the same");
        yield return Text("separator-behind-all.csv", Table("place,pieces,sold,", i => Row(i) + ","), Usual + " · column 4 number", UsualCells, "left-out(column 4): Use it all the same");
        yield return Text("short-rows.csv", Table("place,pieces,sold", i => i is 20 or 70 ? $"A,{Pieces(i)}" : Row(i)), Usual, UsualCells + " · sold 21 = · pieces 71 = 10", "short-rows: Leave the rows out", "unknown-target(sold):");
        yield return Text("short-row.csv", Table("place,pieces,sold", i => i == 20 ? "A" : Row(i), end: "\r\n"), Usual, UsualCells + " · pieces 21 = · sold 21 =", "short-rows: Leave the row out");

        yield return Text("names-twice.csv", Table("place,pieces,pieces,sold", i => Row(i).Replace(",", $",{i % 11},", StringComparison.Ordinal).Replace($",{i % 11},{Sold(i)}", $",{Sold(i)}", StringComparison.Ordinal)), "place category · pieces number · pieces (2) number · sold category*", "pieces 2 = 1 · pieces (2) 2 = 29");
        yield return Text("names-missing.csv", Table("place,,sold", Row), "place category · column 2 number · sold category*", "column 2 2 = 29");
        yield return Text("name-of-two-lines.csv", Table("place,\"pieces\nin all\",sold", Row), "place category · pieces\nin all number · sold category*", "place 1 = A");
        yield return Text("total-russian.csv", Table("place,pieces,price", i => $"{Place(i, "A", "B", "C")},{Pieces(i)},{Plain(Amount(i))}") + "Итого,5000,2413305\n", "place category · pieces number · price number*", "place 121 = Итого", "total-row(place): Leave the row out");
        yield return Text("total-japanese.csv", Table("place,pieces,price", i => $"{Place(i, "A", "B", "C")},{Pieces(i)},{Plain(Amount(i))}") + "合計,5000,2413305\n", "place category · pieces number · price number*", "place 121 = 合計", "total-row(place): Leave the row out");
        yield return Text("long-cells.csv", Table("note,pieces,sold", i => $"{new string((char)('a' + (i % 26)), 20_000)} {i},{Pieces(i)},{Sold(i)}", rows: 30), "note text · pieces number · sold category*", "pieces 2 = 29");
        yield return Text("cells-of-lines.csv", Table("note,pieces,sold", i => $"\"row {i},\nsecond \"\"line\"\"\",{Pieces(i)},{Sold(i)}"), "note text · pieces number · sold category*", "note 1 = row 0,\nsecond \"line\" · pieces 2 = 29");
    }

    private static IEnumerable<IntakeTable> Letters()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IntakeTable In(string file, Encoding encoding, string place, string other, string yes, string no) => Bytes(
            file, encoding.GetBytes(Table($"{place},pieces,sold", i => $"{(i % 2 == 0 ? place : other)},{Pieces(i)},{Sold(i, yes, no)}")),
            $"{place} category · pieces number · sold category*", $"{place} 1 = {place} · {place} 2 = {other} · sold 1 = {yes}");

        yield return In("polish-1250.csv", Encoding.GetEncoding(1250), "miejscowość", "Łódź i Białystok", "sprzedaż zakończona", "późniejsza część");
        yield return In("russian-koi8.csv", Encoding.GetEncoding(20866), "Город", "Нижний Новгород", "продано", "ещё есть");
        yield return In("greek-1253.csv", Encoding.GetEncoding(1253), "Πόλη", "Θεσσαλονίκη", "πουλήθηκε", "όχι ακόμα");
        yield return In("traditional-big5.csv", Encoding.GetEncoding(950), "城市", "台北市區", "已經賣出", "沒有賣出");
        yield return In("simplified-gbk.csv", Encoding.GetEncoding(936), "城市", "广州市区", "已经卖出", "没有卖出");
        yield return In("utf16-unmarked.csv", new UnicodeEncoding(bigEndian: true, byteOrderMark: false), "Größe", "Köln", "verkauft", "übrig");
        yield return In("utf32.csv", new UTF32Encoding(bigEndian: false, byteOrderMark: false), "Größe", "Köln", "verkauft", "übrig");
    }

    private static IEnumerable<IntakeTable> Programs()
    {
        static string Row(int i, string between) => string.Join(between, Place(i, "A", "B", "C"), Pieces(i), Sold(i));

        // The index of pandas has no name; R writes one name too few, by itself with blanks.
        yield return Text("pandas.csv", Table(",place,pieces,sold", i => $"{i},{Row(i, ",")}"), "column 1 id · " + Usual, UsualCells, "left-out(column 1): Use it all the same");
        yield return Text("r.csv", Table("\"place\",\"pieces\",\"sold\"", i => $"\"{i + 1}\",\"{Place(i, "A", "B", "C")}\",{Pieces(i)},\"{Sold(i)}\""), "column 1 id · " + Usual, UsualCells, "left-out(column 1): Use it all the same");
        yield return Text("r.txt", Table("\"place\" \"pieces\" \"sold\"", i => $"\"{i + 1}\" \"{Place(i, "A", "B", "C")}\" {Pieces(i)} \"{Sold(i)}\""), "column 1 id · " + Usual, UsualCells, "left-out(column 1): Use it all the same");
        yield return Text("instrument.dat", Table("# time value state", i => $"  {Plain(i * 0.5)}   {Plain(Amount(i))} {i % 3 * i % 5}"), "time number · value number · state number*", "time 2 = 0.5 · value 2 = 1551.75");
        yield return Text("markdown.md", Table("| place | pieces | sold |\n| :--- | ---: | --- |", i => $"| {Row(i, " | ")} |"), Usual, UsualCells);
        yield return Text("postgresql.txt", Table(" place | pieces | sold \n-------+--------+------", i => $" {Row(i, "     | ")}") + "(120 rows)\n", Usual, UsualCells, "lines-below: Read it");
        yield return Text("mysql.txt", "+-------+--------+------+\n" + Table("| place | pieces | sold |\n+-------+--------+------+", i => $"| {Row(i, "     | ")}  |") + "+-------+--------+------+\n", Usual, UsualCells);
        yield return Text("sql-server.txt", Table("place pieces      sold\n----- ----------- ----", i => $"{Place(i, "A", "B", "C"),-5} {Pieces(i),11} {Sold(i),-4}"), Usual, UsualCells);
    }
}
