using System.Buffers;
using System.Text;

namespace Builder.Web.Shell.Parts;

/// <summary>Keeps text that comes from data apart from the words and figures around it, whichever way it is written.</summary>
public static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    // Marks, embeddings, overrides and isolates. Beyond these, only letters of scripts from right to left turn their neighbours round.
    private static readonly SearchValues<char> Controls = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The same text, where it could turn its neighbours round between two marks that keep it from that; other text is left as it is.</summary>
    public static string Isolated(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Any(MayTurn)
            ? $"{FirstStrongIsolate}{string.Concat(text.Where(c => !Controls.Contains(c)))}{PopDirectionalIsolate}"
            : text;
    }

    // Hebrew to the extended Arabic blocks, their presentation forms, and the planes' ancient and newer scripts from right to left.
    private static bool MayTurn(Rune rune) => rune.Value
        is (>= 0x0590 and <= 0x08FF) or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
