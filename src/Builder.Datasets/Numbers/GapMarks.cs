using System.Collections.Frozen;

namespace Builder.Datasets.Numbers;

/// <summary>
/// What people and programs write among numbers where there is no value. In a column of names some of them are names ("none", "-"), so they count
/// only beside numbers and dates.
/// </summary>
public static class GapMarks
{
    private static readonly FrozenSet<string> Marks = new[]
    {
        "-", "--", "---", ":", ": z", ": c", ": u", ": b", ": n", "–", "—", "−", ".", "..", "...", "…", "/", "\\", "*", "x", "?", "??", "???", "_", "#", "n/a", "n.a.", "n.a", "na", "nan", "null", "nil", "none", "missing", "unknown", "unk", "empty", "blank",
        "void", "undefined", "tbd", "tba", "tbc", "pending", "not available", "not applicable", "not known", "no data", "k.a.", "keine", "unbekannt", "<na>", "<null>", "(null)", "(blank)", "(empty)",
        "#n/a", "#na", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#error!", "无", "空", "缺失", "未知", "不详", "不明", "暂无", "待定", "未填", "没有",
        "\\n", "n.d.", "n.d", "n/d", "s/d", "n.r.", "n/r", "n.c.", "n/c", "ns/nc", "n.v.t.", "nvt", "no answer", "not reported", "not recorded", "not measured", "not tested", "k. a.", "k.a", "keine angabe", "keine angaben", "keine daten",
        "inconnu", "inconnue", "non disponible", "non renseigné", "sin dato", "sin datos", "no disponible", "desconocido", "não informado", "desconhecido", "sconosciuto", "non disponibile", "onbekend", "brak", "brak danych", "н/д", "нет данных",
        "не указано", "неизвестно", "なし", "欠損", "該当なし", "未回答", "없음", "해당없음", "미상", "無", "無資料", "未知數", "缺", "空值", "暂缺", "无数据", "没有数据", "未提供", "未填写",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where a text among numbers says that there is none; blanks around it do not matter.</summary>
    public static bool Contains(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mark = text.Trim();
        return mark.Length == 0 || Marks.Contains(mark);
    }
}
