using System.Buffers;
using System.Globalization;

namespace Builder.Datasets.Text;

/// <summary>Tells texts of two and four bytes a character apart from what is no text, where no byte-order mark does.</summary>
internal static class WideTexts
{
    /// <summary>Share of characters that no text has: controls, what is unassigned or private.</summary>
    private const double MostOdd = 0.002;

    /// <summary>Share of characters that are ASCII or of the most frequent script's block.</summary>
    private const double FewestAlike = 0.6;

    /// <summary>Share of zero bytes in Latin text.</summary>
    private const double FewestZeros = 0.15;

    /// <summary>Share of printable ASCII among the other bytes that text of other scripts does not have.</summary>
    private const double MostPlain = 0.9;

    private static readonly SearchValues<char> s_separators = SearchValues.Create(" ,;\t\n\r");

    private static readonly string[] s_names =
        [TextEncoding.Utf32LittleEndian, TextEncoding.Utf32BigEndian, TextEncoding.Utf16LittleEndian, TextEncoding.Utf16BigEndian];

    /// <summary>The encoding of a text's beginning, which holds a zero byte; null where it is no text.</summary>
    public static string? Detect(ReadOnlySpan<byte> bytes)
    {
        if (IsPlainBesideZeros(bytes))
        {
            return null;
        }

        foreach (var name in s_names)
        {
            var unit = name.StartsWith("utf-32", StringComparison.Ordinal) ? 4 : 2;
            if (IsText(bytes[..(bytes.Length / unit * unit)], name))
            {
                return name;
            }
        }

        return null;
    }

    // Latin text has a zero beside every letter; a few zeros in plain ASCII are no characters of another script.
    private static bool IsPlainBesideZeros(ReadOnlySpan<byte> bytes)
    {
        var (zeros, plain) = (0, 0);
        foreach (var value in bytes)
        {
            zeros += value == 0 ? 1 : 0;
            plain += value is >= 32 and < 127 or (byte)'\t' or (byte)'\n' or (byte)'\r' ? 1 : 0;
        }

        return zeros < FewestZeros * bytes.Length && plain >= MostPlain * (bytes.Length - zeros);
    }

    private static bool IsText(ReadOnlySpan<byte> bytes, string name)
    {
        // A piece may end inside a pair: what does not fit is then the last character only.
        var text = TextEncoding.Find(name + TextEncoding.DamagedSuffix)!.GetString(bytes).TrimEnd('\uFFFD');
        if (text.Length == 0 || !text.AsSpan().ContainsAny(s_separators))
        {
            return false;
        }

        int odd = 0, ascii = 0;
        var blocks = new Dictionary<int, int>();
        foreach (var c in text)
        {
            ascii += c is >= ' ' and < '\u007F' or '\t' or '\n' or '\r' ? 1 : 0;
            odd += IsOdd(c) ? 1 : 0;
            var block = Block(c);
            blocks[block] = blocks.GetValueOrDefault(block) + 1;
        }

        // Bytes of a program make characters of all scripts.
        return odd <= MostOdd * text.Length && (ascii + blocks.Where(b => b.Key != 0).Select(b => b.Value).DefaultIfEmpty().Max()) >= FewestAlike * text.Length;
    }

    private static int Block(char c) => c switch
    {
        < '\u0080' => 0,
        < '\u0250' => 1,
        >= '\u3000' and < '\uA000' or >= '\uFF00' => 2,
        >= '\uAC00' and < '\uD7B0' => 3,
        _ => 4 + (c >> 8),
    };

    private static bool IsOdd(char c) => c is '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f'))
        || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
