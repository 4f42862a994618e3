using Builder.Graph.Messages;

namespace Builder.Graph.Documents;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
public static class NearestName
{
    private static readonly MessageTemplate DidYouMean = new("did-you-mean", " Did you mean “{nearest}”?", "您是不是想写“{nearest}”？");

    /// <summary>
    /// The candidate that differs from <paramref name="name"/> in the fewest letters (Levenshtein distance without regard to case), or null
    /// where more than a third of the letters differ.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var best = (Name: (string?)null, Distance: int.MaxValue);
        foreach (var candidate in candidates.Where(c => Math.Abs(c.Length - name.Length) <= 3 && c.Length <= DocumentLimits.NameLength))
        {
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            best = distance < best.Distance ? (candidate, distance) : best;
        }

        return best.Distance <= Math.Max(1, name.Length / 3) ? best.Name : null;
    }

    /// <summary>" Did you mean “…”?" as an argument of a message, or nothing where no candidate is near.</summary>
    public static MessageArgument Suggestion(string name, IEnumerable<string> candidates) =>
        Of(name, candidates) is { } nearest ? DidYouMean.With(("nearest", nearest)) : "";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
