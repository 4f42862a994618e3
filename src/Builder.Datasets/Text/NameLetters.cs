using System.Text;

namespace Builder.Datasets.Text;

/// <summary>
/// Chooses the letters in which names are written whose bytes are before Unicode. Names are short, so that all of them are weighed together, each way to read them by how
/// likely its language has just these names (naive Bayes): a letter is as likely as it is frequent among the language's letters, and so two letters of Thai or Arabic may
/// outweigh the one rare character of Chinese that has the same bytes, and a frequent one may outweigh them.
/// </summary>
internal static class NameLetters
{
    // Logarithms of how likely a character is in a name.
    private const double Broken = -20;
    private const double NoLetter = -14;
    private const double OtherLetter = -11;
    private const double SignBeside = -7;
    private const double SignWithin = -12;
    private const double Mark = -8;

    // Of a letter of ASCII, the same in all languages: what counts is who reads it as a part of another character. Letters beyond it are few among those of Latin.
    private const double AsciiLetter = -3.4;
    private const double BeyondAscii = -2;
    private const int WholeAlphabet = 20;

    // What makes it unlikelier by where it stands.
    private const double InOtherScript = -5;
    private const double AmongSmallLetters = -4;
    private const double CapitalWithin = -7;
    private const double Capital = -1.6;
    private const double Misplaced = -7;
    private const double NoVowel = -5;

    /// <summary>In Cyrillic and Greek no word of three letters is without one.</summary>
    private const string Vowels = "аеёиоуыэюяіїєўαεηιουωάέήίόύώϊϋΐΰ";

    private const char FirstThai = '\u0E01';
    private const char LastThaiConsonant = '\u0E2E';
    private const char FirstLeadingVowel = '\u0E40';
    private const char LastLeadingVowel = '\u0E44';

    /// <summary>What zips are packed with: those of Windows and of DOS in each part of the world, with how usual each is.</summary>
    private static readonly Letters[] s_letters =
    [
        new(936, 0.5, GbCharacter), new(932, 0.12, JapaneseCharacter), new(949, 0.08, KoreanCharacter), new(950, 0.08, Big5Character),
        new(850, 0.08, "ibm850"), new(1252, 0.05, TextEncoding.Windows1252), new(866, 0.05, "ibm866"), new(1251, 0.04, "windows-1251"),
        new(852, 0.03, "ibm852"), new(1250, 0.02, "windows-1250"), new(737, 0.008, "windows-1253"), new(1253, 0.008, "windows-1253"),
        new(857, 0.008, "windows-1254"), new(1254, 0.008, "windows-1254"), new(862, 0.004, "windows-1255"), new(1255, 0.004, "windows-1255"),
        new(720, 0.004, "windows-1256"), new(1256, 0.004, "windows-1256"), new(775, 0.004, "windows-1257"), new(1257, 0.004, "windows-1257"),
        new(1258, 0.004, "windows-1258"), new(874, 0.004, "windows-874"),
    ];

    /// <summary>The likeliest letters; bytes that are no character in them are read as �.</summary>
    /// <param name="words">The parts of all names that are not plain ASCII, each once, as bytes.</param>
    public static Encoding Best(IReadOnlyCollection<byte[]> words) => s_letters.MaxBy(letters => letters.Likelihood(words))!.Encoding;

    private static double GbCharacter(char c, ReadOnlySpan<byte> bytes) => Hanzi(c, EncodingScores.IsUsualHanzi(c), bytes is [>= 0xB0 and < 0xD8, >= 0xA1], bytes is [>= 0xD8 and < 0xF8, >= 0xA1]);

    private static double Big5Character(char c, ReadOnlySpan<byte> bytes) => Hanzi(c, EncodingScores.IsUsualHanzi(c), bytes is [>= 0xA4 and < 0xC7, _], bytes is [>= 0xC9 and < 0xFA, _]);

    // Some 900 characters are six in ten of those in names; those that each standard lists first, frequent ones, are nearly all others.
    private static double Hanzi(char c, bool isUsual, bool isFrequent, bool isRare) => c is not (>= '\u4E00' and < '\uA000') ? IsEastAsianMark(c) ? Mark : NoLetter
        : isUsual ? -7.3 : isFrequent ? -8.9 : isRare ? -12.2 : -15;

    private static double JapaneseCharacter(char c, ReadOnlySpan<byte> bytes) => c switch
    {
        >= '\u3040' and < '\u3100' => -5.8,
        >= '\u4E00' and < '\uA000' => EncodingScores.IsUsualHanzi(c) ? -7.6 : bytes is [>= 0x88 and < 0x99, _] ? -8.8 : -13,
        >= '\uFF61' and < '\uFFA0' => -12,
        _ => IsEastAsianMark(c) ? Mark : NoLetter,
    };

    private static double KoreanCharacter(char c, ReadOnlySpan<byte> bytes) => c switch
    {
        >= '\uAC00' and < '\uD7B0' => EncodingScores.IsUsualHangul(c) ? -5.5 : bytes is [>= 0xB0 and < 0xC9, >= 0xA1] ? -9.6 : NoLetter,
        >= '\u4E00' and < '\uA000' => -13,
        _ => IsEastAsianMark(c) ? Mark : NoLetter,
    };

    private static bool IsEastAsianMark(char c) => c is (>= '\u3000' and < '\u3040') or (>= '\uFF01' and < '\uFF61') or '“' or '”' or '·' or '…' or '—';

    private static double Letter(string alphabet, char c, char before, char after)
    {
        if (EncodingScores.IsBroken(c))
        {
            return Broken;
        }

        var place = alphabet.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
        if (place < 0)
        {
            return char.IsLetter(c) ? OtherLetter
                : !Alphabets.Signs.Contains(c, StringComparison.Ordinal) ? NoLetter
                : char.IsLetter(before) && char.IsLetter(after) ? SignWithin : SignBeside;
        }

        // From the most frequent letter to the rarest as four to one.
        var frequency = Math.Log((1.6 - (1.2 * place / alphabet.Length)) / alphabet.Length);
        return frequency + (alphabet.Length < WholeAlphabet ? BeyondAscii : 0) + (EncodingScores.IsOfOtherScript(c, before) || EncodingScores.IsOfOtherScript(c, after) ? InOtherScript : 0) + Case(c, before) + ThaiPlace(c, before, after);
    }

    private static double Case(char c, char before) => !char.IsUpper(c) ? 0 : char.IsLower(before) ? CapitalWithin : Capital;

    private static int WordsWithoutVowel(string name)
    {
        var (words, letters, hasVowel) = (0, 0, false);
        foreach (var c in name.Append('\n'))
        {
            if (c is >= '\u0370' and < '\u0530' && char.IsLetter(c))
            {
                (letters, hasVowel) = (letters + 1, hasVowel || Vowels.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal));
                continue;
            }

            (words, letters, hasVowel) = (words + (letters > 2 && !hasVowel ? 1 : 0), 0, false);
        }

        return words;
    }

    // Vowels are written before their consonant, behind it, or as marks on it: by chance they seldom are.
    private static double ThaiPlace(char c, char before, char after) => c switch
    {
        >= FirstLeadingVowel and <= LastLeadingVowel => after is >= FirstThai and <= LastThaiConsonant ? 0 : Misplaced,
        > LastThaiConsonant and < '\u0E5B' => before is >= FirstThai and < '\u0E4F' and not (>= FirstLeadingVowel and <= LastLeadingVowel) ? 0 : Misplaced,
        _ => 0,
    };

    /// <summary>One way to read names.</summary>
    private sealed class Letters
    {
        private readonly double _usual;
        private readonly IReadOnlyList<string> _alphabets = [];
        private readonly CharacterLikelihood? _character;

        public Letters(int codePage, double usual, string alphabets)
            : this(codePage, usual) => _alphabets = Alphabets.Of(alphabets);

        public Letters(int codePage, double usual, CharacterLikelihood character)
            : this(codePage, usual) => _character = character;

        private Letters(int codePage, double usual)
        {
            _usual = Math.Log(usual);
            Encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
        }

        /// <summary>Logarithm of how likely the character is, by itself and by its bytes.</summary>
        public delegate double CharacterLikelihood(char c, ReadOnlySpan<byte> bytes);

        public Encoding Encoding { get; }

        /// <summary>Logarithm of how likely names are these and are written like this. Of several languages with these letters each is as likely as the others.</summary>
        public double Likelihood(IReadOnlyCollection<byte[]> words)
        {
            string[] names = [.. words.Select(word => Encoding.GetString(word))];
            return _usual + (_character is null
                ? _alphabets.Max(alphabet => Sum(names, (c, before, after) => Letter(alphabet, c, before, after))) - Math.Log(_alphabets.Count)
                : Sum(names, EastAsian));
        }

        private double EastAsian(char c, char before, char after)
        {
            Span<byte> bytes = stackalloc byte[8];
            ReadOnlySpan<char> one = [c];
            return EncodingScores.IsBroken(c) ? Broken
                : _character!(c, bytes[..Encoding.GetBytes(one, bytes)]) + (char.IsAsciiLetterLower(before) || char.IsAsciiLetterLower(after) ? AmongSmallLetters : 0);
        }

        private static double Sum(string[] names, Func<char, char, char, double> likelihood)
        {
            var sum = 0.0;
            foreach (var name in names)
            {
                for (var i = 0; i < name.Length; i++)
                {
                    var before = i > 0 ? name[i - 1] : '\n';
                    sum += name[i] >= '\u0080' ? likelihood(name[i], before, i + 1 < name.Length ? name[i + 1] : '\n')
                        : char.IsAsciiLetter(name[i]) ? AsciiLetter + (before >= '\u0080' ? Case(name[i], before) : 0)
                        : 0;
                }

                sum += WordsWithoutVowel(name) * NoVowel;
            }

            return sum;
        }
    }
}
