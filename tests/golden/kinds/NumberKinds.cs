using System.Globalization;

namespace Builder.Tests.Intake;

/// <content>Numbers and gaps as countries, programs and laboratories write them.</content>
internal static partial class IntakeKinds
{
    private const string Amounts = "amount 1 = 1234.5 · amount 2 = 1551.75 · amount 120 = 38987.25";
    private const string AmountColumns = "place category · amount number · sold category*";

    private static IEnumerable<IntakeTable> Numbers()
    {
        IntakeTable Country(string file, Func<double, string> written, params string[] told) =>
            Text(file, Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{written(Amount(i))};{Sold(i)}"), AmountColumns, Amounts, told);

        yield return Country("swiss.csv", v => Written(v, "'", "."), "thousands(amount):");
        yield return Country("swiss-typographic.csv", v => Written(v, "\u2019", "."), "thousands(amount):");
        yield return Country("french-euro.csv", v => Written(v, "\u202F", ",") + " €", "thousands(amount):");
        yield return Country("no-break-space.csv", v => Written(v, "\u00A0", ","), "thousands(amount):");
        yield return Country("czech-crowns.csv", v => Written(v, " ", ",") + " Kč", "thousands(amount):");
        yield return Country("dollars-behind.csv", v => Written(v, ",", ".") + " USD", "thousands(amount):");
        yield return Country("arabic.csv", v => Arabic(Written(v, "\u066C", "\u066B")), "thousands(amount):");
        yield return Country("full-width.csv", v => string.Concat(Plain(v).Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)));
        yield return Country("scientific-comma.csv", v => v.ToString("0.0000000E+00", CultureInfo.InvariantCulture).Replace('.', ','));
        yield return Country("plus-signs.csv", v => "+" + Plain(v));
        yield return Text(
            "both-marks.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{(i % 2 == 0 ? Plain(Amount(i)) : Plain(Amount(i)).Replace('.', ','))};{Sold(i)}"), AmountColumns, Amounts);
        yield return Text("quoted.csv", Table("\"place\",\"amount\",\"sold\"", i => $"\"{Place(i, "A", "B", "C")}\",\"{Written(Amount(i), ",", ".")}\",\"{Sold(i)}\""), AmountColumns, Amounts, "thousands(amount):");
        yield return Text(
            "minus-behind.csv", Table("ort;betrag;verkauft", i => $"{Place(i, "A", "B", "C")};{Written(Amount(i), ".", ",")}{(i % 2 == 0 ? "-" : "")};{Sold(i, "ja", "nein")}"),
            "ort category · betrag number · verkauft category*", "betrag 1 = -1234.5 · betrag 2 = 1551.75");
        yield return Text(
            "accounting.csv", Table("place\tamount\tsold", i => $"{Place(i, "A", "B", "C")}\t{(i % 2 == 0 ? $"$ ({Written(Amount(i), ",", ".")})" : $"$ {Written(Amount(i), ",", ".")}")}\t{Sold(i)}"),
            AmountColumns, "amount 1 = -1234.5 · amount 2 = 1551.75", "thousands(amount):");
        yield return Text(
            "lakhs.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{(i % 10) + 1},{i % 90 + 10},{i % 900 + 100}.50;{Sold(i)}"), AmountColumns, "amount 1 = 110100.5 · amount 2 = 211101.5", "thousands(amount):");
        yield return Text(
            "percent-comma.csv", Table("ort;anteil;verkauft", i => $"{Place(i, "A", "B", "C")};{Plain(Pieces(i) + 0.5).Replace('.', ',')} %;{Sold(i, "ja", "nein")}"),
            "ort category · anteil number · verkauft category*", "anteil 1 = 0.5 · anteil 2 = 29.5");
        yield return Text("units-in-names.csv", Table("height [cm],temp (°C),sold", i => $"{Pieces(i) + 100},{Plain((i * 7 % 30) + 0.5)},{Sold(i)}"), "height [cm] number · temp (°C) number · sold category*", "height [cm] 1 = 100 · temp (°C) 2 = 7.5");

        // Thousands, millions and more behind numbers, in one column.
        const string Multiplied = "magnitudes(amount): They are no thousands or millions";
        yield return Text("magnitudes.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{InTurn(i, "1.2M", "850K", "3.4bn", "120k", "2.5 Mio.")};{Sold(i)}"), AmountColumns, "amount 1 = 1200000 · amount 2 = 850000 · amount 3 = 3400000000 · amount 4 = 120000 · amount 5 = 2500000", Multiplied);
        yield return Text("magnitudes-plain.csv", Table("place,amount,sold", i => $"{Place(i, "A", "B", "C")},{(i % 3 == 0 ? $"{800 + i}" : $"{1 + (i / 100.0):0.00}万")},{Sold(i)}"), AmountColumns, "amount 1 = 800 · amount 2 = 10100 · amount 4 = 803", Multiplied);
        yield return Text("magnitudes-chinese.csv", Table("place,amount,sold", i => $"{Place(i, "A", "B", "C")},{(i % 5 == 0 ? $"{1 + i}亿" : $"{1 + i}.5万")},{Sold(i)}"), AmountColumns, "amount 1 = 100000000 · amount 2 = 25000 · amount 6 = 600000000", Multiplied);
        yield return Text("magnitudes-german.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{1 + i},5 {(i % 2 == 0 ? "Mio. €" : "Mrd. €")};{Sold(i)}"), AmountColumns, "amount 1 = 1500000 · amount 2 = 2500000000", Multiplied);
        yield return Text("magnitudes-dollars.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};${1 + i}{(i % 2 == 0 ? "m" : "K")};{Sold(i)}"), AmountColumns, "amount 1 = 1000000 · amount 2 = 2000", Multiplied);
        yield return Text("kelvins.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{(i == 50 ? "5M" : $"{Plain(Amount(i))} K")};{Sold(i)}"), AmountColumns, Amounts, "not-numbers(amount): That means “no value” | Leave the row out | Make it a category") with { CanBeLearned = false };
        yield return Text("open-thousands.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{(i % 2 == 0 ? $"{1 + i}.5K" : $"{700 + i}")};{Sold(i)}"), AmountColumns, "amount 1 = 1.5 · amount 2 = 701", "open-magnitudes(amount): “1.2K” is 1200 | “K” is a unit");
        yield return Text("metres-and-thousands.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{InTurn(i, "100m", "5k", "10k", "400m")};{Sold(i)}"), "place category · amount category · sold category*", "amount 1 = 100m");
        yield return Text("sizes.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{InTurn(i, "S", "12M", "18M", "2T", "3T")};{Sold(i)}"), "place category · amount category · sold category*", "amount 1 = S");

        // No second column, and no comma that sets values apart.
        yield return Text("one-column-comma.csv", Table("Wert", i => Plain((i * 0.5) + 0.25).Replace('.', ',')), "Wert number*", "Wert 1 = 0.25 · Wert 2 = 0.75") with { CanBeLearned = false };
        yield return Text("one-column-thousands.csv", Table("price", i => Written(1234 + (i * 317), ",", ".", 0)), "price number*", "price 1 = 1234 · price 120 = 38957", "thousands(price): Read it as 1.234") with { CanBeLearned = false };
        yield return Text("kept-zeros.csv", Table("zip,rooms,sold", i => $"=\"{i % 7:00000}\",{Pieces(i)},{Sold(i)}"), "zip category · rooms number · sold category*", "zip 1 = 00000 · zip 4 = 00003");
    }

    private static IEnumerable<IntakeTable> Gaps()
    {
        IntakeTable Marked(string file, string mark) => Text(
            file, Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{(i % 3 == 1 ? mark : Plain(Amount(i)))};{Sold(i)}"), AmountColumns, "amount 1 = 1234.5 · amount 2 = · amount 3 = 1869", "not-numbers(amount): That means “no value” | Leave the rows out | Make it a category");

        yield return Marked("not-determined.csv", "n.d.");
        yield return Marked("german.csv", "k. A.");
        yield return Marked("spanish.csv", "sin datos");
        yield return Marked("russian.csv", "нет данных");
        yield return Marked("japanese.csv", "該当なし");
        yield return Marked("korean.csv", "없음");
        yield return Marked("chinese.csv", "未提供");
        yield return Marked("database.csv", "\\N");
        yield return Marked("spreadsheet.csv", "#VALUE!");
        yield return Text(
            "below-limit.csv", Table("place;amount;sold", i => $"{Place(i, "A", "B", "C")};{(i % 25 == 3 ? "<0.5" : Plain(Amount(i)))};{Sold(i)}"), "place category · amount number** · sold category", "amount 1 = 1234.5 · amount 4 = 0.5", "marked-numbers(amount): That means “no value” | Leave the rows out | Make it a category");
    }

    private static string InTurn(int i, params string[] cells) => cells[i % cells.Length];

    private static string Arabic(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\u0660') : c));
}
