using Builder.Datasets.Tests.Sheets;

namespace Builder.Tests.Intake;

/// <content>Names that stand in several lines, and lines below them that are no rows.</content>
internal static partial class IntakeKinds
{
    private const string Quarters = "Region category · 2023 Q1 number · 2023 Q2 number · 2024 Q1 number · 2024 Q2 number*";
    private const string QuarterCells = "Region 1 = A · 2023 Q1 1 = 0 · 2023 Q2 2 = 29 · 2024 Q2 3 = 4";
    private const string Joined = "names-joined: Only the last of these lines | Only the first line; the others are rows";
    private const string Measured = "weight number · temp number · sold category*";
    private const string MeasuredCells = "weight 1 = 0 · weight 2 = 29 · temp 2 = 7.5 · sold 1 = yes";

    private static IEnumerable<IntakeTable> Headers()
    {
        static string Quarter(int i, string between = ",") => string.Join(between, Place(i, "A", "B", "C"), i % 50, Pieces(i), i * 31 % 17, i * i % 23);
        static object?[] Cells(int i) => [Place(i, "A", "B", "C"), (double)(i % 50), (double)Pieces(i), (double)(i * 31 % 17), (double)(i * i % 23)];

        // Groups over the first of their columns, over all of them, with and without a corner, separators behind them, a title above.
        yield return Text("groups.csv", Table("Region,2023,,2024,\n,Q1,Q2,Q1,Q2", i => Quarter(i)), Quarters, QuarterCells, Joined);
        yield return Text("groups-corner.csv", Table(",2023,,2024,\nRegion,Q1,Q2,Q1,Q2", i => Quarter(i)), Quarters, QuarterCells, Joined);
        yield return Text("groups-repeated.csv", Table("Region,2023,2023,2024,2024\n,Q1,Q2,Q1,Q2", i => Quarter(i)), Quarters, QuarterCells, Joined);
        yield return Text("groups-short.csv", Table(";2023;;2024\nRegion;Q1;Q2;Q1;Q2", i => Quarter(i, ";")), Quarters, QuarterCells, Joined);
        yield return Text("groups-title.csv", "Sales by region,,,,\n,,,,\n" + Table(",2023,,2024,\nRegion,Q1,Q2,Q1,Q2", i => Quarter(i)), Quarters, QuarterCells, Joined, "lines-above: Read them");
        yield return Text("years-below.csv", Table("Region,Sales,,Profit,\n,2023,2024,2023,2024", i => Quarter(i)), "Region category · Sales 2023 number* · Sales 2024 number · Profit 2023 number · Profit 2024 number", "Region 1 = A · Sales 2024 2 = 29", Joined);
        yield return Text("three-lines.csv", Table("Region,2023,,2024,\n,H1,,H1,\n,Q1,Q2,Q1,Q2", i => Quarter(i)), Quarters.Replace("2023", "2023 H1", StringComparison.Ordinal).Replace("2024", "2024 H1", StringComparison.Ordinal), "Region 1 = A · 2023 H1 Q2 2 = 29", Joined);
        yield return Text("pandas-levels.csv", Table("year,2023,2023,2024,2024\nquarter,Q1,Q2,Q1,Q2\nregion,,,,", i => Quarter(i)), Quarters.Replace("Region", "year quarter region", StringComparison.Ordinal), "2023 Q2 2 = 29", Joined);
        yield return Text("groups-units.csv", Table("Region,2023,,2024,\n,Q1,Q2,Q1,Q2\n,kg,kg,t,t", i => Quarter(i)), Quarters, QuarterCells, Joined, "units-line: Read it as a row");
        yield return Text(
            "survey-monkey.csv", Table("Respondent ID,Start Date,How old are you?,Which fruit do you eat?,,,Would you come again?\n,,Open-Ended Response,Apple,Banana,Cherry,Response",
                i => $"{11800000000 + (i * 977)},2024-05-{(i % 28) + 1:00},{20 + Pieces(i) % 60},{(i % 2 == 0 ? "Apple" : "")},{(i % 3 == 0 ? "Banana" : "")},{(i % 5 == 0 ? "Cherry" : "")},{Sold(i)}"),
            "Respondent ID id · Start Date date · How old are you? Open-Ended Response number · Which fruit do you eat? Apple category · Which fruit do you eat? Banana category · Which fruit do you eat? Cherry category · Would you come again? Response category*",
            "Which fruit do you eat? Banana 4 = Banana", Joined);
        yield return Bytes("groups.xlsx", TableWriters.Xlsx(("Data", HeaderSheet([["Region", "2023", null, "2024", null], [null, "Q1", "Q2", "Q1", "Q2"]], Cells))), Quarters, QuarterCells, Joined);
        yield return Bytes("groups-merged.xlsx", TableWriters.Xlsx(("Data", HeaderSheet([["Sales"], [], [null, 2023.0, null, 2024.0, null], ["Region", "Q1", "Q2", "Q1", "Q2"]], Cells) + "<mergeCells count=\"3\"><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"B3:C3\"/><mergeCell ref=\"D3:E3\"/></mergeCells>")), Quarters, QuarterCells, Joined, "lines-above: Read them");
        yield return Bytes("groups.ods", TableWriters.Ods(("Data", new PlainTable(["Region", "2023", "", "2024", ""], [[null, "Q1", "Q2", "Q1", "Q2"], .. Enumerable.Range(0, IntakeKinds.Rows).Select(Cells)]))), Quarters, QuarterCells, Joined);
        yield return Text(
            "groups.html", "<html><table><tr><th rowspan=\"2\">Region</th><th colspan=\"2\">2023</th><th colspan=\"2\">2024</th></tr><tr><th>Q1</th><th>Q2</th><th>Q1</th><th>Q2</th></tr>"
            + string.Concat(Enumerable.Range(0, IntakeKinds.Rows).Select(i => $"<tr><td>{Quarter(i, "</td><td>")}</td></tr>")) + "</table></html>", Quarters, QuarterCells, Joined);

        // Units, types, questions in full, what a program writes for itself.
        static string Measure(int i) => $"{Pieces(i)},{Plain((i * 7 % 30) + 0.5)},{Sold(i)}";
        yield return Text("units.csv", Table("weight,temp,sold\nkg,°C,", Measure), Measured, MeasuredCells, "units-line: Read it as a row");
        yield return Text("units-brackets.csv", Table("weight,temp,sold\n(mm),[m³/h],-", Measure), Measured, MeasuredCells, "units-line: Read it as a row");
        yield return Text("types.csv", Table("weight,temp,sold\nint64,float64,varchar(20)", Measure), Measured, MeasuredCells, "lines-below-names: Read it as a row");
        yield return Text("orange.csv", Table("weight,temp,sold\ncontinuous,continuous,discrete\n,,class", Measure), Measured, MeasuredCells, "lines-below-names: Read them as rows");
        yield return Text("dashes.csv", Table("weight,temp,sold\n------,----,----", Measure), Measured, MeasuredCells, "lines-below-names: Read it as a row");
        yield return Bytes("units.xlsx", TableWriters.Xlsx(("Data", HeaderSheet([["weight", "temp", "sold"], ["kg", "°C", null]], i => [(double)Pieces(i), (i * 7 % 30) + 0.5, Sold(i)]))), Measured, MeasuredCells, "units-line: Read it as a row");
        yield return Text(
            "qualtrics.csv", Table("StartDate,Duration,Q1,Q2\nStart Date,Duration (in seconds),\"How old are you,\nin years?\",Would you come again?\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"duration\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"",
                i => $"2024-05-{(i % 28) + 1:00} 10:{i % 60:00}:00,{60 + (i * 37 % 600)},{20 + (Pieces(i) % 60)},{Sold(i)}"),
            "StartDate date · Duration number · Q1 number · Q2 category*", "Duration 2 = 97 · Q1 1 = 20", "lines-below-names: Read them as rows");

        // What looks alike and is none: a gap or a stranger in the first row, names that lack, years as data.
        yield return Text("first-row-gaps.csv", Table("weight,temp,sold\n-,n/a,yes", Measure), Measured, "weight 1 = · weight 3 = 29");
        yield return Text("first-row-stranger.csv", Table("weight,temp,sold\nlost,3,yes", Measure), "weight number** · temp number · sold category", "weight 1 = · temp 1 = 3 · weight 3 = 29");
        yield return Text("first-row-texts.csv", Table("name,score,,\nAnna,,x,y", i => $"{Place(i, "Ben", "Cleo", "Dora")},{Pieces(i)},{Place(i, "p", "q")},{Sold(i)}"), "name category · score number · column 3 category · column 4 category*", "name 1 = Anna · score 1 = · column 3 1 = x");
        yield return Text("years-as-data.csv", Table("name,founded,,sold", i => $"{Place(i, "A", "B", "C")},{1950 + (i % 60)},{1960 + (i % 50)},{Sold(i)}"), "name category · founded number · column 3 number · sold category*", "founded 1 = 1950 · column 3 2 = 1961");
    }

    private static string HeaderSheet(object?[][] head, Func<int, object?[]> row) =>
        $"<sheetData>{string.Concat(head.Concat(Enumerable.Range(0, Rows).Select(row)).Select((cells, r) => $"<row r=\"{r + 1}\">{string.Concat(cells.Select((c, i) => c is null ? "" : TableWriters.Cell($"{(char)('A' + i)}{r + 1}", c)))}</row>"))}</sheetData>";
}
