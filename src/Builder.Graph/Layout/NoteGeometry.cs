using System.Text.RegularExpressions;
using static Builder.Graph.Documents.CanvasGeometry;

namespace Builder.Graph.Layout;

/// <summary>The size of a note, guessed from its text.</summary>
public static partial class NoteGeometry
{
    // From here on letters are as wide as they are high: Chinese, Japanese, Korean, and full-width forms.
    private const int FirstWide = 0x2e80;

    /// <summary>Height of a note in canvas units.</summary>
    /// <param name="text">What it says.</param>
    public static double HeightOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var looked = text.Length <= MostNoteLetters ? text : text[..MostNoteLetters];
        return Math.Min(NotePadding + (looked.Split('\n').Sum(WrappedLines) * NoteLineHeight), MostNoteHeight);
    }

    /// <summary>Columns that a text takes: a Chinese letter takes two.</summary>
    public static int Columns(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Sum(r => r.Value > FirstWide ? 2 : 1);
    }

    /// <summary>Lines that a paragraph takes in a note: words stay whole, wide letters may break anywhere.</summary>
    private static int WrappedLines(string text)
    {
        var (lines, used) = (1, 0);
        foreach (Match word in Words().Matches(text))
        {
            var length = Columns(word.Value.TrimEnd());
            if (used > 0 && used + length > NoteColumns)
            {
                lines++;
                used = 0;
            }

            lines += Math.Max(0, (int)Math.Ceiling(length / (double)NoteColumns) - 1);
            used += Columns(word.Value) % NoteColumns;
        }

        return lines;
    }

    [GeneratedRegex(@"[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+")]
    private static partial Regex Words();
}
