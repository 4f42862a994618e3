using System.Runtime.InteropServices;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// Finds the most frequent pair of neighbouring symbols and makes it one symbol, again and again: the training of byte pairs.
/// All words lie in one linked list, and each pair knows the places where it occurs, so that a merge touches these places only and
/// the whole training takes about n log n steps for n symbols. Source: Sennrich et al., "Neural Machine Translation of Rare Words
/// with Subword Units", 2016, algorithm 1.
/// </summary>
internal sealed class PairMerger
{
    private const int None = -1;
    private readonly int[] _symbol;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly long[] _weight;
    private readonly Dictionary<(int Left, int Right), Occurrences> _pairs = [];
    private readonly HashSet<(int Left, int Right)> _changed = [];
    private readonly PriorityQueue<(int Left, int Right), (long Falling, int Left, int Right)> _queue = new();

    /// <summary>Takes the words.</summary>
    /// <param name="words">The symbols of each different word and how often the word occurs.</param>
    public PairMerger(IReadOnlyList<(int[] Symbols, long Count)> words)
    {
        int total = words.Sum(word => word.Symbols.Length);
        _symbol = new int[total];
        _next = new int[total];
        _previous = new int[total];
        _weight = new long[total];
        int at = 0;
        foreach ((int[] symbols, long count) in words)
        {
            for (int i = 0; i < symbols.Length; i++, at++)
            {
                _symbol[at] = symbols[i];
                _previous[at] = i > 0 ? at - 1 : None;
                _next[at] = i + 1 < symbols.Length ? at + 1 : None;
                _weight[at] = count;
            }
        }

        for (int place = 0; place < total; place++)
        {
            AddPair(place);
        }

        EnqueueChanged();
    }

    /// <summary>Merges the most frequent pair everywhere; ties go to the pair with the lower symbols.</summary>
    /// <param name="name">Gives the symbol that a pair becomes.</param>
    /// <param name="pair">The pair that was merged.</param>
    /// <returns>False when no pair occurs twice: what occurs once teaches nothing.</returns>
    public bool TryMerge(Func<(int Left, int Right), int> name, out (int Left, int Right) pair)
    {
        while (_queue.TryDequeue(out pair, out (long Falling, int Left, int Right) rank))
        {
            if (_pairs.TryGetValue(pair, out Occurrences? found) && found.Count == -rank.Falling)
            {
                if (found.Count < 2)
                {
                    return false;
                }

                Merge(pair, found, name(pair));
                EnqueueChanged();
                return true;
            }
        }

        return false;
    }

    private void Merge((int Left, int Right) pair, Occurrences found, int merged)
    {
        _pairs.Remove(pair);
        foreach (int place in CollectionsMarshal.AsSpan(found.Places))
        {
            int right = _next[place];
            if (_symbol[place] != pair.Left || right == None || _symbol[right] != pair.Right)
            {
                continue;
            }

            int before = _previous[place];
            int after = _next[right];
            RemovePair(before);
            RemovePair(right);
            _symbol[place] = merged;
            _symbol[right] = None;
            _next[right] = None;
            _next[place] = after;
            if (after != None)
            {
                _previous[after] = place;
            }

            AddPair(before);
            AddPair(place);
        }

        _changed.Remove(pair);
    }

    private void AddPair(int place)
    {
        if (place == None || _next[place] == None)
        {
            return;
        }

        (int, int) pair = (_symbol[place], _symbol[_next[place]]);
        ref Occurrences? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, pair, out _);
        entry ??= new Occurrences();
        entry.Count += _weight[place];
        entry.Places.Add(place);
        _changed.Add(pair);
    }

    private void RemovePair(int place)
    {
        if (place == None || _next[place] == None)
        {
            return;
        }

        (int, int) pair = (_symbol[place], _symbol[_next[place]]);
        if (_pairs.TryGetValue(pair, out Occurrences? entry))
        {
            entry.Count -= _weight[place];
            _changed.Add(pair);
        }
    }

    private void EnqueueChanged()
    {
        foreach ((int left, int right) in _changed)
        {
            if (_pairs.TryGetValue((left, right), out Occurrences? entry) && entry.Count > 0)
            {
                _queue.Enqueue((left, right), (-entry.Count, left, right));
            }
        }

        _changed.Clear();
    }

    private sealed class Occurrences
    {
        public long Count { get; set; }

        public List<int> Places { get; } = [];
    }
}
