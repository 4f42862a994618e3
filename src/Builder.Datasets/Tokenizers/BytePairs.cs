using System.Globalization;
using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

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

        for (int i = 0; i < merges.Count; i++)
        {
            string[] pair = (merges[i] ?? string.Empty).Split(' ');
            if (pair.Length != 2 || !ids.ContainsKey(pair[0]) || !ids.ContainsKey(pair[1]) || !ids.ContainsKey(pair[0] + pair[1]))
            {
                throw TokenizerErrors.BrokenState("merges[" + i.ToString(CultureInfo.InvariantCulture) + "]");
            }
        }
    }
}
