using Builder.Datasets.Archives;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>
/// A table's text in which every line has as many fields as the table: lines that have fewer get empty ones at their end, the line of names at its start where names of rows
/// have none. A record that goes over several lines is left as it is: a quote that is never closed makes such ones.
/// </summary>
/// <param name="inner">The text in UTF-8; owned.</param>
/// <param name="length">Bytes of it that belong to the table and what stands above.</param>
/// <param name="format">How it is written.</param>
/// <param name="width">Fields of the table.</param>
internal sealed class PaddedLines(Stream inner, long length, CsvFormat format, int width) : ForwardStream(inner)
{
    private const int PieceLength = 1 << 16;

    /// <summary>Bytes that may always be added; beyond, no more than were read: short lines below very many names would make gigabytes.</summary>
    private const long AlwaysAllowed = 1 << 20;

    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';

    private readonly byte[] _piece = new byte[PieceLength];
    private readonly List<byte> _out = new(PieceLength * 2);
    private long _left = length;
    private long _passed;
    private long _added;
    private int _taken;
    private long _line = 1;
    private int _names = Math.Max(format.Header.Lines, format.HasRowNames ? 1 : 0);

    // Of the line that is read.
    private int _fields = 1;
    private int _inside;
    private bool _isQuoted;
    private bool _isAtFieldStart = true;
    private bool _isEmpty = true;
    private bool _isOverSeveral;
    private bool _wasQuote;
    private bool _isEscaped;
    private bool _hasReturn;
    private bool _isOver;

    /// <summary>Lines of the file, from 1, that lacked values, names not counted.</summary>
    public List<long> Filled { get; } = [];

    public override int Read(Span<byte> buffer)
    {
        while (_taken == _out.Count && !_isOver)
        {
            _out.Clear();
            _taken = 0;
            Take();
        }

        var count = Math.Min(buffer.Length, _out.Count - _taken);
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_out).Slice(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    private void Take()
    {
        var read = Inner.Read(_piece.AsSpan(0, (int)Math.Min(_piece.Length, _left)));
        _left -= read;
        _passed += read;
        foreach (var value in _piece.AsSpan(0, read))
        {
            Add(value);
        }

        if (read == 0)
        {
            _isOver = true;
            EndLine(isLast: true);
        }
    }

    private void Add(byte value)
    {
        if (_line <= format.LinesAbove)
        {
            _out.Add(value);
            _line += value == format.NewLine ? 1 : 0;
            return;
        }

        if (value == format.NewLine)
        {
            EndLine(isLast: false);
            return;
        }

        if (_hasReturn)
        {
            // It was none of the line's end.
            _out.Add((byte)'\r');
            _hasReturn = false;
        }

        if (value == '\r')
        {
            _hasReturn = true;
            return;
        }

        if (_isEmpty && _names > 0 && format.HasRowNames)
        {
            _out.Add(format.Delimiter);
            _fields++;
        }

        _isEmpty = false;
        Look(value);
        _out.Add(value);
    }

    private void Look(byte value)
    {
        var wasQuote = _wasQuote;
        _wasQuote = false;
        if (_isQuoted)
        {
            if (value == Quote && !_isEscaped)
            {
                (_isQuoted, _wasQuote) = (false, true);
            }

            _isEscaped = format.Quotes == QuoteStyle.Backslash && value == Backslash && !_isEscaped;
            _inside += value == format.Delimiter ? 1 : 0;
            return;
        }

        if (value == Quote && format.Quotes != QuoteStyle.Ordinary && (_isAtFieldStart || wasQuote))
        {
            (_isQuoted, _isEscaped) = (true, false);
            _inside = wasQuote ? _inside : 0;
        }

        _isAtFieldStart = value == format.Delimiter;
        _fields += value == format.Delimiter ? 1 : 0;
    }

    private void EndLine(bool isLast)
    {
        if (_isQuoted && format.Quotes == QuoteStyle.OneLine)
        {
            // The quote is an ordinary character, and what looked like its text are fields.
            (_isQuoted, _fields) = (false, _fields + _inside);
        }

        if (!_isQuoted && !_isEmpty && !_isOverSeveral && _fields < width && _added + width - _fields <= AlwaysAllowed + _passed)
        {
            _out.AddRange(Enumerable.Repeat(format.Delimiter, width - _fields));
            _added += width - _fields;
            if (_names == 0 && _fields < format.FewestFields)
            {
                Filled.Add(_line);
            }
        }

        if (_hasReturn)
        {
            _out.Add((byte)'\r');
            _hasReturn = false;
        }

        if (isLast)
        {
            return;
        }

        _out.Add(format.NewLine);
        _line++;
        _isOverSeveral = _isQuoted;
        if (!_isQuoted)
        {
            _names -= _names > 0 && !_isEmpty ? 1 : 0;
            (_fields, _inside, _isAtFieldStart, _isEmpty, _wasQuote) = (1, 0, true, true, false);
        }
    }
}
