using System.Text;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// GPT-2's alphabet: one visible character for each of the 256 bytes, so that byte pairs can be written down as text. Printable
/// Latin-1 bytes stand for themselves, the others for the characters from U+0100 on, in order.
/// Source: Radford et al., "Language Models are Unsupervised Multitask Learners", 2019, section 2.2.
/// </summary>
internal static class ByteAlphabet
{
    private static readonly char[] s_characterOf = Make();

    /// <summary>The 256 characters in the order of their bytes.</summary>
    public static ReadOnlySpan<char> Characters => s_characterOf;

    /// <summary>The UTF-8 bytes of a text as indices into the alphabet.</summary>
    public static int[] Bytes(string text) => Array.ConvertAll(Encoding.UTF8.GetBytes(text), value => (int)value);

    private static char[] Make()
    {
        var characters = new char[256];
        int next = 0x100;
        for (int value = 0; value < 256; value++)
        {
            bool printable = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
            characters[value] = printable ? (char)value : (char)next++;
        }

        return characters;
    }
}
