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
        "-", "--", "---", "–", "—", "−", ".", "..", "...", "…", "/", "\\", "*", "x", "?", "??", "???", "_", "#", "n/a", "n.a.", "n.a", "na", "nan", "null", "nil", "none", "missing", "unknown", "unk", "empty", "blank",
        "void", "undefined", "tbd", "tba", "tbc", "pending", "not available", "not applicable", "not known", "no data", "k.a.", "keine", "unbekannt", "<na>", "<null>", "(null)", "(blank)", "(empty)",
        "#n/a", "#na", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#error!", "无", "空", "缺失", "未知", "不详", "不明", "暂无", "待定", "未填", "没有",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where a text among numbers says that there is none; blanks around it do not matter.</summary>
    public static bool Contains(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mark = text.Trim();
        return mark.Length == 0 || Marks.Contains(mark);
    }
}
