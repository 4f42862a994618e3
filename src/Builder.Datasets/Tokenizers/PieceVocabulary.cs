using System.Runtime.InteropServices;

namespace Builder.Datasets.Tokenizers;

/// <summary>A growing vocabulary of pieces of words: an alphabet, then what merges make of it.</summary>
internal sealed class PieceVocabulary
{
    private readonly List<string> _pieces;
    private readonly Dictionary<string, int> _ids;

    public PieceVocabulary(IEnumerable<string> alphabet)
    {
        _pieces = [.. alphabet];
        _ids = _pieces.Select((piece, id) => (piece, id)).ToDictionary(entry => entry.piece, entry => entry.id, StringComparer.Ordinal);
    }

    /// <summary>The pieces, each at the place of its id.</summary>
    public IReadOnlyList<string> Pieces => _pieces;

    /// <summary>The id of a piece that is in the vocabulary.</summary>
    public int IdOf(string piece) => _ids[piece];

    /// <summary>Merges the most frequent pairs until the vocabulary has <paramref name="size"/> pieces or no pair occurs twice.</summary>
    /// <param name="words">The ids of each different word and how often it occurs.</param>
    /// <param name="size">Pieces wanted.</param>
    /// <param name="join">How two pieces become one.</param>
    /// <returns>The merges in order, as "left right".</returns>
    public List<string> Learn(IReadOnlyList<(int[] Symbols, long Count)> words, int size, Func<string, string, string> join)
    {
        var merges = new List<string>();
        var merger = new PairMerger(words);
        while (_pieces.Count < size && merger.TryMerge(pair => Add(join(_pieces[pair.Left], _pieces[pair.Right])), out (int Left, int Right) pair))
        {
            merges.Add(_pieces[pair.Left] + " " + _pieces[pair.Right]);
        }

        return merges;
    }

    // Two different pairs can spell the same piece: "a"+"bc" and "ab"+"c".
    private int Add(string piece)
    {
        if (_ids.TryAdd(piece, _pieces.Count))
        {
            _pieces.Add(piece);
        }

        return _ids[piece];
    }
}

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
