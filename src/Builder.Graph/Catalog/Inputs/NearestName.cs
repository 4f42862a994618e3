namespace Builder.Graph.Catalog.Kinds;

/// <summary>Finds what a person probably meant by a name that does not exist.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest changed letters, capitals not counted; the first of equals; null without candidates.</summary>
    public static string? Of(string name, IEnumerable<string> candidates) => candidates.MinBy(c => Distance(name, c));

    /// <summary>Levenshtein's distance: letters to insert, delete or replace.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
