using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>In which encoding a file is read where that was a guess, shown by a word of it.</summary>
internal static class EncodingNotes
{
    private const int LongestWord = 40;

    /// <summary>What such files are taken for in its place, by mistake or rightly.</summary>
    private static readonly string[][] s_alike =
    [
        [TextEncoding.Windows1252, "x-mac-roman", "windows-1250", "windows-1254", "ibm850"],
        ["windows-1250", "iso-8859-2", "ibm852", TextEncoding.Windows1252],
        ["windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic"],
        ["windows-1253", "iso-8859-7"],
        [TextEncoding.Gb18030, "big5", "shift-jis", "euc-kr"],
        ["shift-jis", "euc-jp", TextEncoding.Gb18030],
    ];

    /// <summary>One note, or none.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Source is not TableSource { Encoding: { } name and not TextEncoding.Utf8 } source || name.StartsWith("utf-16", StringComparison.Ordinal) || name.StartsWith("utf-32", StringComparison.Ordinal) || Word(inspection) is not { } word)
        {
            yield break;
        }

        if (name == TextEncoding.Mixed)
        {
            yield return new("encoding", WarningLevel.Warning, null, new(
                $"The file is UTF-8, but some of its bytes are not; these are read as Windows-1252. Look whether names with accents are right, such as “{word}”, or save the file as UTF-8 again.",
                $"文件为 UTF-8 编码，但有些字节不是；这些字节按 Windows-1252 读取。请检查“{word}”等带特殊字母的内容是否正确，或重新将文件另存为 UTF-8。"));
        }
        else if (name.EndsWith(TextEncoding.DamagedSuffix, StringComparison.Ordinal))
        {
            var title = TextEncoding.Title(name[..^TextEncoding.DamagedSuffix.Length]);
            yield return new("encoding", WarningLevel.Warning, null, new(
                $"The file is read as {title.En}, such as “{word}”, but some of its bytes are no characters; they are read as “\uFFFD”. Save the file as UTF-8 again if you can.",
                $"文件按{title.Zh}读取，例如“{word}”，但有些字节不是有效字符，读作“\uFFFD”。如有可能，请重新将文件另存为 UTF-8。"));
        }
        else
        {
            var title = TextEncoding.Title(name);
            var others = s_alike.FirstOrDefault(a => a[0] == name) ?? [name, TextEncoding.Windows1252];
            DataFix[] fixes = [.. others.Where(o => o != name).Take(3).Select(o => new DataFix(
                new($"Read it as {TextEncoding.Title(o).En}", $"按{TextEncoding.Title(o).Zh}读取"), p => p with { Source = source with { Encoding = o, Delimiter = null, LinesAbove = null, LinesBelow = null, Header = null } }))];
            yield return new("encoding", WarningLevel.Note, null, new(
                $"The file is not UTF-8. It is read as {title.En}, such as “{word}”.", $"文件不是 UTF-8 编码，按{title.Zh}读取，例如“{word}”。"), fixes[0])
            {
                OtherFixes = [.. fixes[1..]],
            };
        }
    }

    // What shows the encoding: a text with more than ASCII.
    private static string? Word(SourceInspection inspection) =>
        inspection.Table.Columns.Select(c => c.Name).Concat(inspection.Table.Columns.OfType<TextColumn>().SelectMany(c => c.Entries))
            .FirstOrDefault(text => !Ascii.IsValid(text)) is { } word ? word.Length <= LongestWord ? word : Around(word) : null;

    private static string Around(string text)
    {
        var place = text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        var start = Math.Max(0, place - (LongestWord / 2));
        return (start > 0 ? "…" : "") + text[start..Math.Min(text.Length, start + LongestWord)] + "…";
    }
}
