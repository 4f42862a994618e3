using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// Cuts the words that another pre-tokenizer finds into pieces of at most <see cref="MaxLength"/> characters. The library's byte-pair
/// search takes time with the square of a word's length: one unbroken line of a megabyte would take minutes. No real word is that
/// long, so ordinary text is cut as ever.
/// </summary>
internal sealed class BoundedPreTokenizer(PreTokenizer inner) : PreTokenizer
{
    public const int MaxLength = 256;

    public override IEnumerable<(int Offset, int Length)> PreTokenize(string text) => Bounded(inner.PreTokenize(text), text);

    public override IEnumerable<(int Offset, int Length)> PreTokenize(ReadOnlySpan<char> text) => PreTokenize(text.ToString());

    private static IEnumerable<(int Offset, int Length)> Bounded(IEnumerable<(int Offset, int Length)> words, string text)
    {
        foreach ((int offset, int length) in words)
        {
            int start = offset;
            int end = offset + length;
            while (end - start > MaxLength)
            {
                // A surrogate pair is one character: it may not be cut through.
                int take = char.IsHighSurrogate(text[start + MaxLength - 1]) ? MaxLength - 1 : MaxLength;
                yield return (start, take);
                start += take;
            }

            yield return (start, end - start);
        }
    }
}
