using System.Globalization;
using System.Text;
using Builder.Datasets.Tests.Sheets;

namespace Builder.Tests.Intake;

/// <content>What shops, banks, offices, surveys and instruments give out.</content>
internal static partial class IntakeKinds
{
    private static IEnumerable<IntakeTable> Exports()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        static string German(double value) => Written(value, ".", ",");
        static string Day(int i, string format) => new DateTime(2024, 1, 3, 10, 4, 7).AddDays(i * 5 % 331).AddMinutes(i * 37).ToString(format, CultureInfo.InvariantCulture);

        yield return Text(
            "sap.txt", "Table:          MARD\nDisplayed Fields:   3 of   3\n\n" + new string('-', 34) + "\n" + Table("|Plnt|Material |Unrestricted|SLoc|\n" + new string('-', 34), i => $"|{Place(i, "DE01", "DE02", "FR01")}|MAT-{i % 7}    |{German(Amount(i)) + (i % 9 == 4 ? "-" : " "),12}|{Place(i, "A", "B")}   |") + new string('-', 34) + "\n",
            "Plnt category · Material category · Unrestricted number · SLoc category*", "Plnt 1 = DE01 · Unrestricted 1 = 1234.5 · Unrestricted 5 = -2503.5");
        yield return Text(
            "datev.csv", "\"EXTF\";700;21;\"Buchungsstapel\";12;20240601;;\"RE\";\"\";\"\"\n" + Table("Umsatz;Soll/Haben;Konto;Gegenkonto;Buchungstext", i => $"{German(Amount(i))};\"{Place(i, "S", "H")}\";{4400 + (i % 3)};{1200 + (i % 5)};\"{Place(i, "Miete", "Porto", "Waren")}\""),
            "Umsatz number · Soll/Haben category · Konto number · Gegenkonto number · Buchungstext category*", "Umsatz 1 = 1234.5 · Soll/Haben 1 = S", "lines-above: Read it");
        yield return Text(
            "shopify.csv", Table("Name,Email,Created at,Total,Lineitem quantity,Lineitem name", i => $"#{1001 + (i / 2)},{(i % 2 == 0 ? $"p{i}@example.com" : "")},{(i % 2 == 0 ? Day(i, "yyyy-MM-dd HH:mm:ss") + " +0200" : "")},{(i % 2 == 0 ? Plain(Amount(i)) : "")},{1 + (i % 4)},{Place(i, "Cup", "Plate", "Bowl")}"),
            "Name text · Email id · Created at date · Total number · Lineitem quantity number · Lineitem name category*", "Name 1 = #1001 · Total 1 = 1234.5 · Total 2 = · Lineitem quantity 2 = 2");
        yield return Text(
            "stripe.csv", Table("id,Created (UTC),Amount,Currency,Status", i => $"ch_{i * 7919:x8},{Day(i, "yyyy-MM-dd HH:mm")},\"{Written(Amount(i), "", ",")}\",eur,{Place(i, "Paid", "Refunded")}"),
            "id id · Created (UTC) date · Amount number · Currency category · Status category*", "Amount 1 = 1234.5 · Status 1 = Paid");
        yield return Text(
            "google-forms.csv", Table("\"Timestamp\",\"How old are you?\",\"Which days?\",\"Rating\"", i => $"\"{Day(i, "yyyy/MM/dd h:mm:ss tt")} GMT+2\",\"{20 + (Pieces(i) % 50)}\",\"{Place(i, "Monday;Friday", "Monday", "Friday;Sunday", "Sunday")}\",\"{1 + (i * 7919 % 5)}\""),
            "Timestamp date · How old are you? number · Which days? labels · Rating number*", "How old are you? 1 = 20 · Which days? 1 = Monday;Friday");
        yield return Text(
            "eurostat.tsv", Table("freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \t2022 ", i => $"A,EUR,X{i:000}\t{(i % 9 == 2 ? ":" : Plain((i * 7 % 30) + 0.5))} \t{Plain((i * 11 % 30) + 0.5)}{(i % 4 == 1 ? " e" : " ")}\t{(i % 8 == 3 ? ": c" : Plain((i * 13 % 30) + 0.5) + (i % 5 == 1 ? " bp" : " "))}", rows: 60),
            "freq category · unit category · geo id · 2020 number · 2021 number · 2022 number*", "2020 3 = · 2021 2 = 11.5 · 2022 2 = 13.5 · 2022 4 =", "split-keys: Keep it as one column", "marked-numbers(2021): That means “no value” | Leave the rows out | Make it a category");
        yield return Text(
            "world-bank.csv", "\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2024-05-30\",\n\n" + Table("\"Country Name\",\"Country Code\",\"Indicator Name\",\"2019\",\"2020\",\"2021\",", i => $"\"Land {i}\",\"L{i:00}\",\"Population, total\",\"{1000 + (i * 7919)}\",\"{(i % 7 == 3 ? "" : $"{1010 + (i * 7907)}")}\",\"{1020 + (i * 7901)}\","),
            "Country Name text · Country Code id · Indicator Name category · 2019 number · 2020 number · 2021 number* · column 7 number", "Country Name 1 = Land 0 · 2019 2 = 8919 · 2020 4 =", "lines-above: Read them");
        yield return Text(
            "bank-german.csv", "\"Kontonummer:\";\"DE00 0000 / Girokonto\";\n\"Von:\";\"01.01.2024\";\n\"Kontostand vom 31.12.2024:\";\"1.234,56 EUR\";\n;\n" + Table("\"Buchungstag\";\"Auftraggeber\";\"Betrag (EUR)\";\"Art\";", i => $"\"{Day(i, "dd.MM.yyyy")}\";\"{Place(i, "Markt", "Bahn", "Miete")}\";\"{(i % 2 == 0 ? "-" : "")}{German(Amount(i))}\";\"{Place(i, "Karte", "Dauerauftrag")}\";"),
            "Buchungstag date · Auftraggeber category · Betrag (EUR) number · Art category* · column 5 number", "Betrag (EUR) 1 = -1234.5 · Betrag (EUR) 2 = 1551.75", "lines-above: Read them");
        yield return Bytes(
            "alipay.csv", Encoding.GetEncoding(936).GetBytes("支付宝交易记录明细查询\n账号:[someone@example.com]\n起始日期:[2024-01-01 00:00:00]    终止日期:[2024-12-31 00:00:00]\n---------------------------------交易记录明细列表------------------------------------\n"
                + Table("交易号                  ,商品名称            ,金额（元）,收/支     ,", i => $"2024{i:000000}220014\t,{Place(i, "水果", "外卖", "打车"),-10},{Plain(Amount(i)),-10},{Sold(i, "支出", "收入")}      ,")
                + "------------------------------------------------------------------------------------\n共120笔记录\n"),
            "交易号 id · 商品名称 category · 金额（元） number · 收/支 category* · column 5 number", "商品名称 1 = 水果 · 金额（元） 1 = 1234.5 · 收/支 1 = 支出", "lines-above: Read them", "lines-below: Read them");
        yield return Text(
            "wechat.csv", "\uFEFF微信支付账单明细,,,,\n微信昵称：[某人],,,,\n起始时间：[2024-01-01 00:00:00] 终止时间：[2024-03-31 23:59:59],,,,\n,,,,\n----------------------微信支付账单明细列表--------------------,,,,\n"
                + Table("交易时间,交易类型,金额(元),支付方式,收/支", i => $"{Day(i, "yyyy-MM-dd HH:mm:ss")},{Place(i, "商户消费", "转账", "红包")},¥{Plain(Amount(i))},{Place(i, "零钱", "银行卡")},{Sold(i, "支出", "收入")}"),
            "交易时间 date · 交易类型 category · 金额(元) number · 支付方式 category · 收/支 category*", "金额(元) 1 = 1234.5 · 支付方式 1 = 零钱", "lines-above: Read them");
        yield return Text(
            "formula-texts.csv", Table("订单,金额,付款", i => $"=\"{900100200300400 + (i * 7919)}21\",=\"{Plain(Amount(i))}\",{Sold(i, "已付款", "未付款")}"),
            "订单 id · 金额 number · 付款 category*", "订单 1 = 90010020030040021 · 金额 1 = 1234.5");
        yield return Text(
            "sensor.csv", Table("time,temp,humidity,state", i => $"{Day(i, "yyyy-MM-dd HH:mm:ss")},{(i % 11 == 5 ? "-9999" : Plain(20 + (i * 7 % 30) * 0.5))},{(i % 13 == 6 ? "NaN" : $"{40 + (Pieces(i) % 30)}")},{Place(i, "ok", "hot")}"),
            "time date · temp number · humidity number · state category*", "temp 1 = 20 · humidity 7 =", "placeholder(temp): That means “no value” | Leave the rows out");
        yield return Text("euro-millions.csv", Table("Ort;Umsatz;verkauft", i => $"{Place(i, "A", "B", "C")};{German(1_234_567.89 + (i * 1000))} €;{Sold(i, "ja", "nein")}"), "Ort category · Umsatz number · verkauft category*", "Umsatz 1 = 1234567.89 · Umsatz 2 = 1235567.89");
        yield return Text("us-moments.csv", Table("when,pieces,sold", i => $"{Day(i, "M/d/yy h:mm tt")},{Pieces(i)},{Sold(i)}"), "when date · pieces number · sold category*", "when 1 = 2024-01-03 10:04");
        yield return Text("spanish-months.csv", Table("día;piezas;vendido", i => $"{1 + (i % 28)} de {Place(i, "enero", "marzo", "agosto")} de 2024;{Pieces(i)};{Sold(i, "sí", "no")}"), "día date · piezas number · vendido category*", "día 1 = 2024-01-01");
        yield return Text("weekdays.csv", Table("when,pieces,sold", i => $"\"{Day(i, "ddd, dd MMM yyyy HH:mm:ss")} GMT\",{Pieces(i)},{Sold(i)}"), "when date · pieces number · sold category*", "when 1 = 2024-01-03 10:04");
        yield return Text("ranges.csv", Table("age,pieces,sold", i => $"{Place(i, "10-20", "20-30", "30-40", "65+")},{Pieces(i)},{Sold(i)}"), "age category · pieces number · sold category*", "age 1 = 10-20");
        yield return Text("limits-alone.csv", Table("age,pieces,income", i => $"{20 + (i * 7 % 50)},{Pieces(i)},{Sold(i, "<=50K", ">50K")}"), "age number · pieces number · income category*", "income 1 = <=50K");
        yield return Text("marked.csv", Table("place,level,sold", i => $"{Place(i, "A", "B", "C")},{(i % 6) switch { 0 => "<0.5", 1 => "~12", 2 => "7*", 3 => "5 (est.)", _ => Plain(Amount(i)) }},{Sold(i)}", rows: 60).Replace("~12", "12", StringComparison.Ordinal), "place category · level number** · sold category", "level 1 = 0.5 · level 3 = 7 · level 4 = 5", "marked-numbers(level): That means “no value” | Leave the rows out | Make it a category");
        yield return Text("too-narrow.csv", Table("place,amount,sold", i => $"{Place(i, "A", "B", "C")},{(i % 12 == 3 ? "########" : Plain(Amount(i)))},{Sold(i)}"), "place category · amount number** · sold category", "amount 1 = 1234.5 · amount 4 =", "not-numbers(amount): That means “no value” | Leave the rows out | Make it a category");
        yield return Text("column-numbers.csv", Table("place,pieces,amount,sold\n1,2,3,4", i => $"{Place(i, "A", "B", "C")},{Pieces(i)},{Plain(Amount(i))},{Sold(i)}"), "place category · pieces number · amount number · sold category*", "place 1 = A · pieces 2 = 29", "lines-below-names: Read it as a row");
        yield return Bytes("total-apart.xlsx", TableWriters.Xlsx(("Data", HeaderSheet([["place", "pieces", "price"]], i => i == Rows - 1 ? ["Total", 5000.0, 99999.0] : i == Rows - 2 ? [] : [Place(i, "A", "B", "C"), (double)Pieces(i), Amount(i)]))), "place category · pieces number · price number*", "place 1 = A · price 1 = 1234.5", "total-row(place): Leave the row out");
        yield return Bytes("note-beside.xlsx", TableWriters.Xlsx(("Data", HeaderSheet([["place", "pieces", "sold"]], i => i == 3 ? [Place(i, "A", "B", "C"), (double)Pieces(i), Sold(i), null, "checked by Anna"] : [Place(i, "A", "B", "C"), (double)Pieces(i), Sold(i)]))), "place category · pieces number · sold category* · column 4 number · column 5 text", UsualCells);
        yield return Text("two-tables-below.csv", Table("place,pieces,sold", Line) + "\n" + Table("team,hours,done", i => $"{Place(i, "X", "Y")},{i % 8},{Sold(i)}", rows: 20), "place category · pieces number** · sold category", UsualCells, "not-numbers(pieces): That means “no value” | Leave the row out | Make it a category");
        yield return Text("coordinates.csv", Table("lat,lon,kind", i => $"{Plain(48 + (i * 7 % 90) / 100.0)}°N,{Plain(11 + (i * 13 % 90) / 100.0)}°E,{Place(i, "oak", "ash")}"), "lat number · lon number · kind category*", "lat 1 = 48 · lon 2 = 11.13");
        yield return Bytes("zip-in-zip.zip", TableWriters.Zip(("all/data.zip", TableWriters.Zip(("Data.csv", Utf8(Table("place,pieces,sold", Line)))))), Usual, UsualCells);
        yield return Bytes("zips-in-zip.zip", TableWriters.Zip(("2023.zip", TableWriters.Zip(("a.csv", Utf8("x,y\n1,2\n")))), ("2024.zip", TableWriters.Zip(("b.csv", Utf8(Table("place,pieces,sold", Line))), ("c.csv", Utf8("x,y\n1,2\n"))))), Usual, UsualCells, "sheet: Read “2023.zip/a.csv” | Read “2024.zip/c.csv”");
    }
}
