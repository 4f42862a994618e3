using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

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

/// <summary>Makes the library's byte-pair tokenizer work on bytes as GPT-2 does.</summary>
internal static class BytePairs
{
    /// <summary>How text is cut into words before pairs are merged: GPT-2's pattern, very long words bounded.</summary>
    public static PreTokenizer PreTokenizer { get; } = new BoundedPreTokenizer(RobertaPreTokenizer.Instance);

    /// <summary>Makes the tokenizer that <see cref="BytePairTrainer"/> described.</summary>
    /// <exception cref="DataException">The state is damaged.</exception>
    public static BpeTokenizer Load(TokenizerState state)
    {
        string[] vocabulary = VocabularyRules.Checked(state.Vocabulary);
        Dictionary<string, int> ids = vocabulary.Select((token, id) => (token, id))
            .ToDictionary(entry => entry.token, entry => entry.id, StringComparer.Ordinal);
        CheckAlphabet(ids);
        CheckMerges(state.Merges, ids);
        return Create(ids, state.Merges!, state.Lowercase);
    }

    /// <summary>Makes a tokenizer of a vocabulary that covers all bytes.</summary>
    public static BpeTokenizer Create(IEnumerable<KeyValuePair<string, int>> vocabulary, IEnumerable<string> merges, bool lowercase = false) =>
        BpeTokenizer.Create(new BpeOptions(vocabulary)
        {
            Merges = merges,
            ByteLevel = true,
            PreTokenizer = PreTokenizer,
            Normalizer = lowercase ? LowerCaseNormalizer.Instance : null,
        });

    private static void CheckAlphabet(Dictionary<string, int> ids)
    {
        foreach (char character in ByteAlphabet.Characters)
        {
            if (!ids.ContainsKey(character.ToString()))
            {
                throw TokenizerErrors.BrokenState("vocabulary");
            }
        }
    }

    private static void CheckMerges(IReadOnlyList<string>? merges, Dictionary<string, int> ids)
    {
        if (merges is null)
        {
            throw TokenizerErrors.BrokenState("merges");
        }

        // A pair that comes twice has two ranks, of which the library knows none to take.
        var seen = new HashSet<string>(merges.Count, StringComparer.Ordinal);
        for (int i = 0; i < merges.Count; i++)
        {
            string[] pair = (merges[i] ?? string.Empty).Split(' ');
            if (pair.Length != 2 || !ids.ContainsKey(pair[0]) || !ids.ContainsKey(pair[1]) || !ids.ContainsKey(pair[0] + pair[1]) || !seen.Add(merges[i]))
            {
                throw TokenizerErrors.BrokenState("merges[" + i.ToString(CultureInfo.InvariantCulture) + "]");
            }
        }
    }
}
