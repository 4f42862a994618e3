using System.Text;
using Builder.Datasets.Numbers;

namespace Builder.Datasets.Csv;

/// <summary>The fields that mean "no value".</summary>
internal sealed class MissingMarkers
{
    private readonly byte[][] _markers;
    private readonly int _longest;
    private readonly bool[] _canBegin = new bool[256];
    private readonly bool _hasEmpty;

    public MissingMarkers(IEnumerable<string> markers, byte decimalMark)
    {
        _markers = [.. markers.Select(Encoding.UTF8.GetBytes)];
        _longest = _markers.Length == 0 ? -1 : _markers.Max(m => m.Length);
        foreach (var marker in _markers.Where(m => m.Length > 0))
        {
            _canBegin[marker[0]] = true;
        }

        _hasEmpty = _markers.Any(m => m.Length == 0);
        HasNumbers = _markers.Any(m => NumberParser.TryParse(m, decimalMark, out _));
    }

    /// <summary>Whether a marker such as -999 would also be read as a number.</summary>
    public bool HasNumbers { get; }

    /// <summary>Whether a field's content is one of the markers.</summary>
    public bool Contains(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || (content[0] is (byte)' ' or (byte)'\t' && content.IndexOfAnyExcept(" \t"u8) < 0))
        {
            return _hasEmpty;
        }

        if (content.Length > _longest || !_canBegin[content[0]])
        {
            return false;
        }

        foreach (var marker in _markers)
        {
            if (content.SequenceEqual(marker))
            {
                return true;
            }
        }

        return false;
    }
}
