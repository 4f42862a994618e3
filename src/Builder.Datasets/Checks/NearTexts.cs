using System.Globalization;
using System.Numerics;
using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Randomness;

namespace Builder.Datasets.Checks;

/// <summary>
/// Finds texts that are nearly the same: sent again with another name, case, blanks or punctuation. Texts are compared by the runs of letters that they share;
/// those that may share many are found by min-hashing with one permutation (Li, Owen and Zhang 2012), so that the time grows with the number of texts only.
/// </summary>
internal sealed class NearTexts
{
    /// <summary>Of all runs of letters of two texts, at least this share is in both.</summary>
    private const double Alike = 0.7;

    /// <summary>Texts that share so much are the same, however alike all texts of a column are.</summary>
    private const double Same = 0.9;

    /// <summary>Where more of the texts are alike and not the same, all are made after one pattern.</summary>
    private const double MostAlike = 0.25;

    /// <summary>Texts that share less than <see cref="Alike"/> but so much are merely about the same.</summary>
    private const double Similar = 0.5;

    /// <summary>Shorter texts say the same by chance, as "thank you" does.</summary>
    private const int ShortestLetters = 40;
    private const int ShortestHan = 16;

    private const int MostTexts = 100_000;
    private const int MostLetters = 2_000;
    private const int LettersOfRun = 4;
    private const int HanOfRun = 2;
    private const int Bins = 64;
    private const int Bands = 16;
    private const int BinsOfBand = Bins / Bands;
    private const int MostInBucket = 12;
    private const char FirstHan = '\u4E00';
    private const char LastHan = '\u9FFF';

    /// <summary>Texts that are prepared at once, beside each other; they are compared one after the other.</summary>
    private const int Together = 1 << 10;

    private readonly Buckets _buckets;

    // In UTF-8, which is half of what they would take as objects.
    private readonly Utf8Texts _plain;
    private readonly HashSet<int> _compared = [];

    private int _strays;

    private NearTexts(int texts) => (_plain, _buckets) = (new(texts), new(texts, Bands));

    /// <summary>For each text of a column the first that is nearly the same: itself where it is the first of its kind, and where it is short.</summary>
    /// <param name="column">The column.</param>
    /// <param name="texts">How many of its first texts were compared.</param>
    /// <remarks>Where texts are about the same more often than nearly the same, being alike is the nature of the column, and only those that are the same are found.</remarks>
    public static int[] FirstOf(TextColumn column, out int texts)
    {
        texts = Math.Min(column.Entries.Length, MostTexts);
        var near = new NearTexts(texts);
        var found = near.AddAll(column.Entries, texts);
        var alike = found.Count(f => f.Share is >= Alike and < Same);
        var least = alike > near._strays && alike <= texts * MostAlike ? Alike : Same;
        return [.. found.Select((f, text) => f.Share >= least ? f.Text : text), .. Enumerable.Range(texts, column.Entries.Length - texts)];
    }

    /// <summary>True for a text that is long enough to stand for its row.</summary>
    public static bool IsLong(string text) => IsLongEnough(Plain(text, ShortestLetters));

    // With as many letters as the longest that is asked for, it is long whatever they are.
    private static bool IsLongEnough(string plain) => plain.Length >= ShortestLetters || (plain.Length >= ShortestHan && IsHan(plain));

    /// <summary>For each text the one before that is nearly the same, with the share of runs that are in both.</summary>
    private (int Text, double Share)[] AddAll(TextEntries texts, int count)
    {
        var (found, looks) = (new (int Text, double Share)[count], new Look?[Together]);
        for (var from = 0; from < count; from += Together)
        {
            var first = from;
            var many = Math.Min(Together, count - first);
            Parallel.For(0, many, i => looks[i] = LookAt(texts[first + i]));
            for (var i = 0; i < many; i++)
            {
                found[first + i] = Add(first + i, looks[i]);
            }
        }

        return found;
    }

    private static Look? LookAt(string text)
    {
        var plain = Plain(text, MostLetters);
        if (!IsLongEnough(plain))
        {
            return null;
        }

        var runs = Runs(plain);
        return new(plain, runs, Signature(runs));
    }

    private (int Text, double Share) Add(int text, Look? look)
    {
        _plain.Add(Encoding.UTF8.GetBytes(look?.Plain ?? ""));
        if (look is null)
        {
            return (text, 0);
        }

        var (runs, signature) = (look.Runs, look.Signature);
        var best = 0.0;
        _compared.Clear();
        for (var band = 0; band < Bands; band++)
        {
            var looked = 0;
            for (var other = _buckets.Last(band, Key(signature, band)); other >= 0 && looked < MostInBucket; other = _buckets.Before(band, other), looked++)
            {
                if (_compared.Add(other) && Shared(runs, Runs(Encoding.UTF8.GetString(_plain[other]))) is var share && share > best)
                {
                    if (share >= Alike)
                    {
                        return (other, share);
                    }

                    best = share;
                }
            }
        }

        _strays += best >= Similar ? 1 : 0;
        for (var band = 0; band < Bands; band++)
        {
            _buckets.Add(band, Key(signature, band), text);
        }

        return (text, best);
    }

    /// <summary>Letters and digits only, small, with single blanks between words; so many at most.</summary>
    private static string Plain(string text, int most)
    {
        var plain = new StringBuilder(Math.Min(text.Length, most));
        var isApart = false;
        foreach (var c in text.Length > MostLetters * 2 ? text[..(MostLetters * 2)] : text)
        {
            var category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (!char.IsLetterOrDigit(c))
            {
                isApart = plain.Length > 0;
                continue;
            }

            if (isApart)
            {
                plain.Append(' ');
            }

            isApart = false;
            plain.Append(char.ToLowerInvariant(c));
            if (plain.Length >= most)
            {
                break;
            }
        }

        return plain.ToString();
    }

    private static bool IsHan(string plain)
    {
        var han = 0;
        foreach (var c in plain)
        {
            han += c is >= FirstHan and <= LastHan ? 1 : 0;
        }

        return han * 2 > plain.Length;
    }

    /// <summary>Hashes of all runs of letters, rising, each once.</summary>
    private static ulong[] Runs(string plain)
    {
        var length = IsHan(plain) ? HanOfRun : LettersOfRun;
        var runs = new ulong[Math.Max(1, plain.Length - length + 1)];
        for (var from = 0; from < runs.Length; from++)
        {
            var hash = 0xCBF29CE484222325UL;
            for (var i = from; i < Math.Min(from + length, plain.Length); i++)
            {
                hash = (hash ^ plain[i]) * 0x100000001B3UL;
            }

            runs[from] = Xoshiro256.Mixed(hash);
        }

        Array.Sort(runs);
        var kept = 1;
        for (var i = 1; i < runs.Length; i++)
        {
            if (runs[i] != runs[i - 1])
            {
                runs[kept++] = runs[i];
            }
        }

        return runs[..kept];
    }

    /// <summary>The smallest hash of each bin; an empty bin borrows that of one that follows, the same for the same texts.</summary>
    private static ulong[] Signature(ulong[] runs)
    {
        var least = new ulong[Bins];
        Array.Fill(least, ulong.MaxValue);
        foreach (var run in runs)
        {
            ref var bin = ref least[run >> (64 - BitOperations.Log2(Bins))];
            bin = Math.Min(bin, run);
        }

        var signature = new ulong[Bins];
        for (var bin = 0; bin < Bins; bin++)
        {
            var from = bin;
            for (var attempt = 1UL; least[from] == ulong.MaxValue; attempt++)
            {
                from = (int)(Xoshiro256.Mixed(((ulong)bin << 32) + attempt) % Bins);
            }

            signature[bin] = least[from];
        }

        return signature;
    }

    private static ulong Key(ulong[] signature, int band)
    {
        var key = 0UL;
        for (var i = band * BinsOfBand; i < (band + 1) * BinsOfBand; i++)
        {
            key = Xoshiro256.Mixed(key ^ signature[i]);
        }

        return key;
    }

    /// <summary>A text that is long enough to be compared.</summary>
    /// <param name="Plain">Its letters and digits.</param>
    /// <param name="Runs">See <see cref="NearTexts.Runs"/>.</param>
    /// <param name="Signature">See <see cref="NearTexts.Signature"/>.</param>
    private sealed record Look(string Plain, ulong[] Runs, ulong[] Signature);

    /// <summary>The share of all runs that are in both (Jaccard's coefficient).</summary>
    private static double Shared(ulong[] one, ulong[] other)
    {
        var (i, j, both) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            both += one[i] == other[j] ? 1 : 0;
            (i, j) = (one[i] <= other[j] ? i + 1 : i, other[j] <= one[i] ? j + 1 : j);
        }

        return both / (double)(one.Length + other.Length - both);
    }
}
