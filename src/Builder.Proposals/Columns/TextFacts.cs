using Builder.Datasets.Columns;

namespace Builder.Proposals.Columns;

/// <summary>What has to be known of texts to cut them into tokens.</summary>
/// <param name="IsHan">Mostly Chinese characters, which are cut one by one.</param>
/// <param name="Length">Tokens that nearly all texts get by with.</param>
internal sealed record TextFacts(bool IsHan, int Length)
{
    private const int Looked = 2_000;
    private const int Shortest = 8;
    private const int Longest = 120;
    private const double NearlyAll = 0.95;

    /// <summary>Looks at the first texts of a column.</summary>
    public static TextFacts Of(TextColumn column)
    {
        var texts = column.Entries.Take(Looked).ToArray();
        var letters = texts.Sum(t => (long)t.Count(char.IsLetter));
        var isHan = texts.Sum(t => (long)t.Count(IsHanCharacter)) * 2 > letters;
        var lengths = texts.Select(t => isHan ? t.Length : Words(t)).Order().ToArray();
        var usual = lengths.Length == 0 ? Shortest : lengths[(int)((lengths.Length - 1) * NearlyAll)];
        return new TextFacts(isHan, Math.Clamp(usual, Shortest, Longest));
    }

    private static bool IsHanCharacter(char c) => c is >= '\u4E00' and <= '\u9FFF';

    /// <summary>Words and punctuation marks.</summary>
    private static int Words(string text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isLetter = char.IsLetterOrDigit(c);
            count += (isLetter && !inWord) || (!isLetter && !char.IsWhiteSpace(c)) ? 1 : 0;
            inWord = isLetter;
        }

        return count;
    }
}
