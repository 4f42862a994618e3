namespace Builder.Graph.Documents;

/// <summary>Rules for the ids of blocks, groups and notes.</summary>
public static class Ids
{
    /// <summary>True for 1 to <see cref="DocumentLimits.IdLength"/> letters a–z, digits, '-' and '_'.</summary>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= DocumentLimits.IdLength } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>An id made from <paramref name="wish"/> that <paramref name="isTaken"/> does not know: "linear", "linear2", "linear3", …</summary>
    public static string Fresh(string wish, Func<string, bool> isTaken)
    {
        var stem = Stem(wish);
        for (var number = 1; ; number++)
        {
            var id = number == 1 ? stem : FormattableString.Invariant($"{stem}{number}");
            if (!isTaken(id))
            {
                return id;
            }
        }
    }

    private static string Stem(string wish)
    {
        var kept = new string([.. wish.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? char.ToLowerInvariant(c) : '-')]).Trim('-');
        var stem = kept.TrimEnd([.. "0123456789"]);
        stem = stem.Length > 0 ? stem : kept;
        const int roomForNumber = 10;
        return stem.Length == 0 ? "block" : stem[..Math.Min(stem.Length, DocumentLimits.IdLength - roomForNumber)];
    }
}
