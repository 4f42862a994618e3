namespace Builder.Datasets.Tokenizers;

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
