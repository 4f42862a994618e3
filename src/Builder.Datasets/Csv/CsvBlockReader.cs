using System.Text;
using System.Text.Unicode;
using Builder.Datasets.Text;

namespace Builder.Datasets.Csv;

/// <summary>Reads a file in blocks of whole lines and checks that it is text.</summary>
internal sealed class CsvBlockReader : IDisposable
{
    private const int UsualLength = 1 << 17;

    /// <summary>A single line may not be longer.</summary>
    private const int LongestLine = 1 << 28;

    /// <summary>Bytes that a single value may have: more is no value of a table, and is held many times over while it is looked at.</summary>
    private const int LongestCell = 1_000_000;

    private readonly string _file;
    private readonly byte _newLine;
    private readonly Stream _stream;
    private readonly PaddedLines? _padded;
    private byte[] _buffer = new byte[UsualLength + CsvBlock.Padding];
    private int _filled;
    private bool _atEnd;
    private long _linesBefore;
    private long _left;

    /// <summary>Opens a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="width">Fields to which lines that have fewer are filled up; 0 for that of the format.</param>
    public CsvBlockReader(TableText text, CsvFormat format, int width = 0)
    {
        _file = text.Name;
        _newLine = format.NewLine;
        var encoding = TextEncoding.Find(format.Encoding)!;
        _left = format.LinesBelow == 0 ? long.MaxValue : LinesBelowDetection.EndOfTable(text.Open, encoding, format.Delimiter, format.NewLine, format.LinesBelow);
        _stream = Utf8Source.Open(text.Open, encoding);
        if (Math.Max(width, format.Width) is > 0 and var fields)
        {
            _stream = _padded = new(_stream, _left, format, fields);
            _left = long.MaxValue;
        }

        Block = new CsvBlock(format.Delimiter, format.NewLine, format.Quotes);
        SkipLines(format.LinesAbove);
    }

    /// <summary>The current block.</summary>
    public CsvBlock Block { get; }

    /// <summary>Bytes of UTF-8 handed out so far, the current block included.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Quotes so far that are not closed in their line and were read as ordinary characters; null for none.</summary>
    public UnclosedQuotes? UnclosedQuotes { get; private set; }

    /// <summary>Lines of the file so far, from 1 and rising, that have fewer fields than the table and were filled up.</summary>
    public IReadOnlyList<long> FilledLines => _padded?.Filled ?? [];

    /// <summary>Reads the next block of at least one whole line.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DataException">It is not text, or a quote is never closed.</exception>
    public bool Next()
    {
        _linesBefore += LineEnds(Block.Consumed);
        _filled -= Block.Consumed;
        _buffer.AsSpan(Block.Consumed, _filled).CopyTo(_buffer);
        while (true)
        {
            Fill();
            if (_filled == 0)
            {
                return false;
            }

            Block.Scan(_buffer, _filled);
            if (Block.StrayQuote >= 0)
            {
                throw TableProblems.UnclosedQuote(_file, LineAt(Block.StrayQuote));
            }

            CheckCells();
            if (Block.FieldCount > 0 && (!_atEnd || Block.Consumed == _filled))
            {
                break;
            }

            if (_atEnd || _filled >= LongestLine)
            {
                throw Block.OpenQuote >= 0
                    ? TableProblems.UnclosedQuote(_file, LineAt(Block.OpenQuote))
                    : TableProblems.Binary(_file, LineAt(0));
            }

            Array.Resize(ref _buffer, ((_buffer.Length - CsvBlock.Padding) * 2) + CsvBlock.Padding);
        }

        CheckIsText();
        if (Block.UnclosedCount > 0)
        {
            UnclosedQuotes = new(UnclosedQuotes?.Line ?? LineAt(Block.FirstUnclosed), (UnclosedQuotes?.Count ?? 0) + Block.UnclosedCount);
        }

        BytesRead += Block.Consumed;
        return true;
    }

    /// <summary>The line of the file, from 1, on which a byte of the current block stands.</summary>
    public long LineAt(int position) => _linesBefore + LineEnds(position) + 1;

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private long LineEnds(int before) => _buffer.AsSpan(0, before).Count(_newLine);

    private void SkipLines(int lines)
    {
        var one = new byte[1];
        while (_linesBefore < lines && Read(one) > 0)
        {
            _linesBefore += one[0] == _newLine ? 1 : 0;
        }
    }

    private void Fill()
    {
        var room = _buffer.Length - CsvBlock.Padding;
        while (_filled < room && !_atEnd)
        {
            var read = Read(_buffer.AsSpan(_filled, room - _filled));
            _filled += read;
            _atEnd = read == 0;
        }

        if (_atEnd && _filled > 0 && _buffer[_filled - 1] != _newLine)
        {
            _buffer[_filled++] = _newLine;
        }
    }

    private int Read(Span<byte> room)
    {
        try
        {
            var read = _stream.Read(room[..(int)Math.Min(room.Length, _left)]);
            _left -= read;
            return read;
        }
        catch (DecoderFallbackException)
        {
            throw TableProblems.WrongEncoding(_file, LineAt(_filled));
        }
        catch (IOException cause)
        {
            throw DataProblems.FileUnreadable(_file, cause);
        }
    }

    // A block of usual length cannot hold such a value: files of usual tables are not looked through again.
    private void CheckCells()
    {
        if (_filled <= LongestCell)
        {
            return;
        }

        var start = 0;
        foreach (var end in Block.Ends)
        {
            CheckCell(start, end);
            start = end + 1;
        }

        CheckCell(Block.LastField, _filled);
    }

    private void CheckCell(int start, int end)
    {
        if (end - start > LongestCell)
        {
            throw TableProblems.CellTooLong(_file, LineAt(start), LongestCell);
        }
    }

    private void CheckIsText()
    {
        var text = _buffer.AsSpan(0, Block.Consumed);
        if (text.IndexOf((byte)0) is var zero and >= 0)
        {
            throw TableProblems.Binary(_file, LineAt(zero));
        }

        if (!Utf8.IsValid(text))
        {
            var valid = 0;
            while (Rune.DecodeFromUtf8(text[valid..], out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                valid += length;
            }

            throw TableProblems.WrongEncoding(_file, LineAt(valid));
        }
    }
}
