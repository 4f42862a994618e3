using System.Globalization;
using System.Text;
using Builder.Datasets.Text;

namespace Builder.Datasets.Tests.Csv;

/// <summary>Which fields stand in quotes.</summary>
internal enum Quoting
{
    /// <summary>Those that need them.</summary>
    Needed,

    /// <summary>Texts and dates, and what else needs them.</summary>
    Texts,

    /// <summary>All.</summary>
    All,
}

/// <summary>How a program writes a table: by its country, and by what somebody has chosen.</summary>
/// <param name="Language">Of its texts.</param>
/// <param name="Encoding">Of the file.</param>
/// <param name="HasMark">Whether a byte-order mark stands in front.</param>
/// <param name="Separator">Between two fields.</param>
/// <param name="Numbers">Marks of thousands and decimals.</param>
/// <param name="Unit">Stands before or behind amounts; empty for none.</param>
/// <param name="Dates">How dates are written, as .NET says it.</param>
/// <param name="Gap">Stands where a number or date is missing.</param>
/// <param name="Quoting">Which fields stand in quotes.</param>
/// <param name="LineEnd">Ends a line.</param>
/// <param name="Break">Stands between two lines of one text.</param>
/// <param name="EndsInLineEnd">Whether the last line is ended, too.</param>
internal sealed record WrittenStyle(
    string Language, string Encoding, bool HasMark, char Separator, (string Thousands, char Decimal) Numbers, string Unit, string Dates, string Gap, Quoting Quoting, string LineEnd, string Break, bool EndsInLineEnd)
{
    /// <summary>On one line, for messages.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Language} {Encoding}{(HasMark ? " with mark" : "")} separator {Shown(Separator.ToString())} numbers 1{Numbers.Thousands}234{Numbers.Decimal}5 {Unit} dates {Dates} gap “{Gap}” quotes {Quoting} lines {Shown(LineEnd)} breaks {Shown(Break)}{(EndsInLineEnd ? "" : " open end")}");

    private static string Shown(string text) => text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}

/// <summary>A table that was drawn at random, its cells as they are written in a style, and what they say.</summary>
internal sealed class WrittenTable
{
    private const int FewestRows = 12;
    private const int MostRows = 40;
    private const double Gaps = 0.08;

    private static readonly (string Name, string[] Encodings, string Title, string[] Towns, string[] Answers, string[] Notes)[] s_languages =
    [
        ("en", ["utf-8", "windows-1252", "utf-16le", "utf-16be", "utf-32le"], "remark", ["London", "Boston", "Leeds", "Dublin", "Perth", "Austin"], ["yes", "no"],
            ["arrived late and was paid at once", "the parcel was lost", "called twice", "nothing to report", "ordered again next day"]),
        ("de", ["utf-8", "windows-1252", "utf-16le", "utf-16be", "utf-32le", "x-mac-roman", "iso-8859-15"], "Größe", ["München", "Köln", "Zürich", "Düsseldorf", "Görlitz", "Lübeck"], ["ja", "nein"],
            ["zu spät geliefert und gleich bezahlt", "das Gerät läuft über Nacht", "die Straße war gesperrt", "größer als gewünscht", "die Tür fällt nicht zu"]),
        ("fr", ["utf-8", "windows-1252", "utf-16le", "x-mac-roman"], "qualité", ["Orléans", "Besançon", "Nîmes", "Sète", "Béziers", "Mâcon"], ["oui", "non"],
            ["le colis est arrivé en retard", "merci à tous", "ça ne marche pas très bien", "très bonne qualité", "la clé était perdue"]),
        ("pl", ["utf-8", "windows-1250", "utf-16le", "iso-8859-2"], "część", ["Łódź", "Kraków", "Wrocław", "Gdańsk", "Poznań", "Częstochowa"], ["tak", "nie"],
            ["przesyłka dotarła później", "dziękuję bardzo", "nie działa włącznik", "żółta część pękła", "klient się spóźnił"]),
        ("ru", ["utf-8", "windows-1251", "utf-16le", "koi8-r"], "примечание", ["Москва", "Казань", "Омск", "Самара", "Тула", "Пермь"], ["да", "нет"],
            ["посылка пришла поздно", "большое спасибо", "не работает кнопка", "товар хорошего качества", "клиент опоздал"]),
        ("el", ["utf-8", "windows-1253", "utf-16be"], "σχόλιο", ["Αθήνα", "Πάτρα", "Λάρισα", "Βόλος", "Χανιά", "Ρόδος"], ["ναι", "όχι"],
            ["το δέμα άργησε πολύ", "ευχαριστώ πολύ", "δεν λειτουργεί το κουμπί", "καλή ποιότητα", "ο πελάτης καθυστέρησε"]),
        ("tr", ["utf-8", "windows-1254"], "açıklama", ["İstanbul", "İzmir", "Eskişehir", "Muğla", "Iğdır", "Çanakkale"], ["evet", "hayır"],
            ["kargo geç geldi", "çok teşekkür ederim", "düğme çalışmıyor", "ürün güzel ve sağlam", "müşteri geç kaldı"]),
        ("zh", ["utf-8", "gb18030", "utf-16le", "utf-16be"], "备注", ["北京", "上海", "广州", "成都", "杭州", "南京"], ["是", "否"],
            ["包裹到得太晚了", "非常感谢", "按钮坏了不能用", "质量很好下次再买", "客户迟到了两个小时"]),
        ("zh-Hant", ["utf-8", "big5", "utf-16le"], "備註", ["臺北", "高雄", "臺中", "新竹", "花蓮", "嘉義"], ["是", "否"],
            ["包裹到得太晚了", "非常感謝", "按鈕壞了不能用", "品質很好下次再買", "客戶遲到了兩個小時"]),
        ("ja", ["utf-8", "shift-jis", "euc-jp", "utf-16le"], "備考", ["東京", "大阪", "京都", "名古屋", "札幌", "福岡"], ["はい", "いいえ"],
            ["荷物が遅れて届きました", "ありがとうございます", "ボタンが壊れています", "品質がとても良い", "お客様が遅刻しました"]),
        ("ko", ["utf-8", "euc-kr", "utf-16le"], "비고", ["서울", "부산", "대구", "인천", "광주", "대전"], ["예", "아니오"],
            ["택배가 늦게 도착했습니다", "정말 감사합니다", "버튼이 고장났습니다", "품질이 아주 좋습니다", "고객이 늦게 왔습니다"]),
    ];

    private static readonly (string Thousands, char Decimal)[] s_numbers = [("", '.'), ("", ','), (",", '.'), (".", ','), (" ", ','), ("\u00A0", ','), ("\u202F", ','), ("'", '.'), ("India", '.')];
    private static readonly string[] s_dates = ["yyyy-MM-dd", "dd'.'MM'.'yyyy", "dd'/'MM'/'yyyy", "MM'/'dd'/'yyyy", "d MMM yyyy", "yyyy'/'M'/'d", "yyyy年M月d日"];
    private static readonly string[] s_gaps = ["", "NA", "n/a", "-", "--", "null", "?", ".", "#N/A", "TBD", "NaN", "none", "无"];

    private WrittenTable(WrittenStyle style, string[][] cells) => (Style, Cells) = (style, cells);

    /// <summary>How it is written.</summary>
    public WrittenStyle Style { get; }

    /// <summary>Every cell as it is written, without quotes, line after line; the names come first.</summary>
    public string[][] Cells { get; }

    /// <summary>What the amounts are; NaN where one is missing. The other lists as well hold what is in each row.</summary>
    public List<double> Amounts { get; } = [];

    public List<double> Counts { get; } = [];

    public List<string?> Towns { get; } = [];

    public List<DateTime?> Days { get; } = [];

    public List<string?> Answers { get; } = [];

    public List<string?> Notes { get; } = [];

    /// <summary>The table of a number: the same number always gives the same one.</summary>
    public static WrittenTable Draw(int number)
    {
        var random = new Random(number);
        var language = s_languages[random.Next(s_languages.Length)];
        var encoding = Pick(random, language.Encodings);
        var marks = Array.FindAll(s_numbers, n => CanWrite(encoding, n.Thousands));
        var lineEnd = Pick(random, ["\n", "\r\n", "\r"]);
        var style = new WrittenStyle(
            language.Name, encoding, encoding == "utf-32le" || (encoding.StartsWith("utf", StringComparison.Ordinal) && random.Next(2) == 0), Pick(random, [',', ';', '\t', '|']), Pick(random, marks),
            Pick(random, ["", "", "$", "EUR", "%"]), Pick(random, Array.FindAll(s_dates, d => CanWrite(encoding, d))), Pick(random, Array.FindAll(s_gaps, g => CanWrite(encoding, g))),
            (Quoting)random.Next(3), lineEnd, Pick(random, [lineEnd, "\n"]), random.Next(4) > 0);
        var table = new WrittenTable(style, new string[random.Next(FewestRows, MostRows) + 1][]);
        table.Cells[0] = ["amount", "pieces", "town", "day", "paid", language.Title];
        for (var row = 1; row < table.Cells.Length; row++)
        {
            table.Cells[row] = table.Row(random, language.Towns, language.Answers, language.Notes, row);
        }

        return table;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var text = string.Join(Style.LineEnd, Cells.Select(line => string.Join(Style.Separator, line.Select(Field)))) + (Style.EndsInLineEnd ? Style.LineEnd : "");
        var encoding = TextEncoding.Find(Style.Encoding)!;
        return encoding.GetBytes(Style.HasMark ? "\uFEFF" + text : text);
    }

    private string[] Row(Random random, string[] towns, string[] answers, string[] notes, int row)
    {
        var amount = random.Next(9) == 0 ? -random.Next(100, 5_000_000) : random.Next(1, 500_000_000);
        var pieces = random.Next(2_000_000);

        // One day at least that can be no month.
        var day = row == 1 ? new DateTime(2023, 7, 13 + random.Next(10)) : new DateTime(2019, 1, 1).AddDays(random.Next(2000));
        var note = random.Next(10) == 0 ? null : Note(random, notes, row);
        Amounts.Add(Missing(random) ? double.NaN : double.Parse((amount / 100m).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        Counts.Add(Missing(random) ? double.NaN : pieces);
        Towns.Add(Pick(random, towns));
        Days.Add(row > 1 && Missing(random) ? null : day);
        Answers.Add(Pick(random, answers));
        Notes.Add(note);
        return
        [
            double.IsNaN(Amounts[^1]) ? Style.Gap : WithUnit(Number((amount / 100m).ToString("F2", CultureInfo.InvariantCulture))),
            double.IsNaN(Counts[^1]) ? Style.Gap : Number(pieces.ToString(CultureInfo.InvariantCulture)),
            Towns[^1]!, Days[^1]?.ToString(Style.Dates, CultureInfo.InvariantCulture) ?? Style.Gap, Answers[^1]!, note ?? "",
        ];
    }

    private string Note(Random random, string[] notes, int row)
    {
        var note = $"{row}: {Pick(random, notes)}";
        return random.Next(8) switch
        {
            0 => $"{note}{Style.Separator} {Pick(random, notes)}",
            1 => $"{note} \"{Pick(random, notes)}\"",
            2 => $"\"{note}\" {row}",
            3 => $"{note}{Style.Break}{Pick(random, notes)}{Style.Break}{Style.Break}{row}",
            4 => $"{note}, {row}; {row} | {row}",
            _ => note,
        };
    }

    private string Field(string text, int column)
    {
        var needs = text.AsSpan().IndexOfAny(['"', '\r', '\n', Style.Separator]) >= 0;
        var isQuoted = needs || Style.Quoting == Quoting.All || (Style.Quoting == Quoting.Texts && column > 1);
        return isQuoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private string WithUnit(string number) => Style.Unit switch
    {
        "$" => number[0] == '-' ? $"-${number[1..]}" : $"${number}",
        "EUR" => $"{number} EUR",
        _ => number + Style.Unit,
    };

    private string Number(string plain)
    {
        var (sign, digits) = plain[0] == '-' ? ("-", plain[1..]) : ("", plain);
        var parts = digits.Split('.');
        var whole = new StringBuilder();
        for (var i = 0; i < parts[0].Length; i++)
        {
            var left = parts[0].Length - i;
            var isBorder = Style.Numbers.Thousands == "India" ? left == 3 || (left > 3 && (left - 3) % 2 == 0) : left % 3 == 0;
            whole.Append(i > 0 && isBorder ? Style.Numbers.Thousands == "India" ? "," : Style.Numbers.Thousands : "").Append(parts[0][i]);
        }

        return sign + whole + (parts.Length > 1 ? Style.Numbers.Decimal + parts[1] : "");
    }

    private static bool Missing(Random random) => random.NextDouble() < Gaps;

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private static bool CanWrite(string encoding, string text)
    {
        try
        {
            var letters = TextEncoding.Find(encoding)!;
            return letters.GetString(letters.GetBytes(text)) == text;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
