using System.Globalization;

namespace Builder.Datasets.Tokenizers;

/// <summary>What every learned vocabulary must keep to.</summary>
internal static class VocabularyRules
{
    /// <summary>The vocabulary as an array, after checking that the special tokens come first and that no token occurs twice.</summary>
    /// <exception cref="DataException">It does not keep to that.</exception>
    public static string[] Checked(IReadOnlyList<string>? vocabulary)
    {
        if (vocabulary is null || vocabulary.Count <= SpecialTokens.Count)
        {
            throw TokenizerErrors.BrokenState("vocabulary");
        }

        var seen = new HashSet<string>(vocabulary.Count, StringComparer.Ordinal);
        for (int id = 0; id < vocabulary.Count; id++)
        {
            string? required = id switch
            {
                SpecialTokens.PaddingId => SpecialTokens.Padding,
                SpecialTokens.UnknownId => SpecialTokens.Unknown,
                _ => null,
            };
            string token = vocabulary[id];
            if (string.IsNullOrEmpty(token) || (required is not null && token != required) || !seen.Add(token))
            {
                throw TokenizerErrors.BrokenState("vocabulary[" + id.ToString(CultureInfo.InvariantCulture) + "]");
            }
        }

        return [.. vocabulary];
    }
}

/// <summary>How large vocabularies are where the user names no size, and how small they may be.</summary>
public static class VocabularySizes
{
    /// <summary>Most tokens of a word vocabulary where no size is named.</summary>
    public const int DefaultWords = 20_000;

    /// <summary>Most tokens of a learned byte-pair or WordPiece vocabulary where no size is named.</summary>
    public const int DefaultPieces = 4_096;

    internal static int Checked(int? given, int standard, int least) =>
        given is not { } size ? standard : size >= least ? size : throw TokenizerErrors.VocabularyTooSmall(size, least);
}
