using System.Runtime.InteropServices;

namespace Builder.Datasets.Tokenizers;

/// <summary>How often each piece of text occurs.</summary>
internal sealed class PieceCounts
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public PieceCounts() => _lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Counts a piece once more; only a piece not seen before costs memory.</summary>
    public void Add(ReadOnlySpan<char> piece) => CollectionsMarshal.GetValueRefOrAddDefault(_lookup, piece, out _)++;

    /// <summary>The pieces in falling order of their counts, ties in the order of their code units.</summary>
    public IEnumerable<(string Piece, long Count)> MostFrequentFirst() => _counts
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => (pair.Key, pair.Value));
}
