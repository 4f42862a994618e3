using System.Text;
using Builder.Datasets.Text;

namespace Builder.Datasets.Archives;

/// <summary>
/// The names in a zip. Where an entry does not say that its name is UTF-8, programs write it in the letters of the machine they run on (GBK on a Chinese Windows), and
/// nothing in the file says which: the letters are chosen by all names together.
/// </summary>
internal static class EntryNames
{
    private const int MostSample = 1 << 17;

    /// <summary>Lone halves of a surrogate pair, which no name in UTF-8 has, stand for the bytes from 0x80 on until the letters are known.</summary>
    private const char RawStart = '\uDC00';

    /// <summary>With this a zip is opened: names that do not say that they are UTF-8 come as the bytes that they are.</summary>
    public static Encoding Raw { get; } = new RawBytes();

    /// <summary>The names as people know them: readable, with forward slashes, and with each letter in one way only (a Mac writes é as e and an accent).</summary>
    /// <param name="names">As they were read with <see cref="Raw"/>.</param>
    public static string[] Read(IReadOnlyList<string> names)
    {
        var letters = names.Any(IsRaw) ? Letters([.. names.Where(IsRaw)]) : null;
        return [.. names.Select(name => Plain(letters is not null && IsRaw(name) ? letters.GetString(Bytes(name)) : name))];
    }

    private static Encoding Letters(string[] names)
    {
        // One folder may hold thousands of files: its name counts once.
        var words = names.SelectMany(name => name.Split('/')).Where(IsRaw).Distinct(StringComparer.Ordinal).Select(Bytes).ToArray();
        if (Array.TrueForAll(words, word => System.Text.Unicode.Utf8.IsValid(word)))
        {
            return new UTF8Encoding(false);
        }

        var bytes = 0;
        return NameLetters.Best([.. words.TakeWhile(word => (bytes += word.Length) <= MostSample)]);
    }

    private static string Plain(string name) => ComposedLetters.Of(name.Replace('\\', '/'));

    private static bool IsRaw(string name) => name.AsSpan().ContainsAnyInRange((char)(RawStart + 0x80), (char)(RawStart + 0xFF));

    private static byte[] Bytes(string name) => [.. name.Select(c => (byte)c)];

    private sealed class RawBytes : Encoding
    {
        public override int GetByteCount(char[] chars, int index, int count) => count;

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
        {
            for (var i = 0; i < charCount; i++)
            {
                bytes[byteIndex + i] = (byte)chars[charIndex + i];
            }

            return charCount;
        }

        public override int GetCharCount(byte[] bytes, int index, int count) => count;

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
        {
            for (var i = 0; i < byteCount; i++)
            {
                var value = bytes[byteIndex + i];
                chars[charIndex + i] = value < 0x80 ? (char)value : (char)(RawStart + value);
            }

            return byteCount;
        }

        public override int GetMaxByteCount(int charCount) => charCount;

        public override int GetMaxCharCount(int byteCount) => byteCount;
    }
}
