namespace Builder.Datasets.Tokenizers;

/// <summary>
/// The tokens that stand for no text. In every vocabulary that is learned from the user's own text they come first, so that
/// padding is 0 and unknown is 1 whatever the text was.
/// </summary>
public static class SpecialTokens
{
    /// <summary>Fills up short texts; its id is <see cref="PaddingId"/>.</summary>
    public const string Padding = "<pad>";

    /// <summary>Stands for everything that the vocabulary lacks; its id is <see cref="UnknownId"/>.</summary>
    public const string Unknown = "<unk>";

    /// <summary>The id of padding in learned vocabularies.</summary>
    public const int PaddingId = 0;

    /// <summary>The id of an unknown token in learned vocabularies.</summary>
    public const int UnknownId = 1;

    /// <summary>How many special tokens begin a learned vocabulary.</summary>
    public const int Count = 2;
}
