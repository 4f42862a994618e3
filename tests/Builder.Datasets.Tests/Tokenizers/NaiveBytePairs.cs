using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tests.Tokenizers;

/// <summary>Byte-pair training as the paper writes it down, counting everything anew: slow, and easy to see to be right.</summary>
internal static class NaiveBytePairs
{
    public static List<string> Merges(string text)
    {
        string blank = ((char)0x120).ToString();
        List<List<string>> words = [.. RobertaPreTokenizer.Instance.PreTokenize(text)
            .Select(word => text.Substring(word.Offset, word.Length).Select(c => c == ' ' ? blank : c.ToString()).ToList())];
        var order = new List<string> { blank, "a", "b", "c" };
        var merges = new List<string>();
        while (true)
        {
            var counts = words.SelectMany(word => word.Zip(word.Skip(1))).GroupBy(pair => pair).ToDictionary(group => group.Key, group => group.Count());
            if (counts.Count == 0 || counts.Values.Max() < 2)
            {
                return merges;
            }

            (string Left, string Right) best = counts.OrderByDescending(pair => pair.Value)
                .ThenBy(pair => order.IndexOf(pair.Key.First)).ThenBy(pair => order.IndexOf(pair.Key.Second)).First().Key;
            merges.Add($"{best.Left} {best.Right}");
            if (!order.Contains(best.Left + best.Right))
            {
                order.Add(best.Left + best.Right);
            }

            words.ForEach(word => Merge(word, best));
        }
    }

    private static void Merge(List<string> word, (string Left, string Right) pair)
    {
        for (int i = 0; i + 1 < word.Count; i++)
        {
            if (word[i] == pair.Left && word[i + 1] == pair.Right)
            {
                word[i] += word[i + 1];
                word.RemoveAt(i + 1);
            }
        }
    }
}
