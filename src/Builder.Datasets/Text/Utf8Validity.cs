using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Builder.Datasets.Text;

/// <summary>Whether a whole text is UTF-8; looks at it piece by piece.</summary>
internal sealed class Utf8Validity
{
    /// <summary>Characters of several bytes after which more need not be counted.</summary>
    private const int MostCounted = 1 << 20;

    private readonly byte[] _kept = new byte[4];
    private int _count;

    /// <summary>Characters of several bytes, up to a million or so.</summary>
    public int Characters { get; private set; }

    /// <summary>Bytes that are no part of a character.</summary>
    public long Stray { get; private set; }

    /// <summary>Whether all bytes so far are below 128.</summary>
    public bool IsAscii { get; private set; } = true;

    /// <summary>Looks at the next piece.</summary>
    /// <param name="buffer">The piece stands from byte 4 on: what was left over of the last piece is put in front.</param>
    /// <param name="length">Bytes of the piece.</param>
    public void Add(byte[] buffer, int length)
    {
        var start = _kept.Length - _count;
        _kept.AsSpan(0, _count).CopyTo(buffer.AsSpan(start));
        var bytes = buffer.AsSpan(start, _count + length);
        _count = 0;
        if (System.Text.Ascii.IsValid(bytes))
        {
            return;
        }

        IsAscii = false;
        var whole = bytes[..^CutTail(bytes)];
        if (Utf8.IsValid(whole))
        {
            Characters += Characters < MostCounted ? Leads(whole) : 0;
        }
        else
        {
            CountStray(whole);
        }

        var tail = bytes[whole.Length..];
        tail.CopyTo(_kept);
        _count = tail.Length;
    }

    /// <summary>Nothing comes any more: a character that was begun is none.</summary>
    public void End()
    {
        Stray += _count;
        _count = 0;
    }

    private void CountStray(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                return;
            }

            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == OperationStatus.Done)
            {
                Characters++;
            }
            else
            {
                Stray++;
                length = 1;
            }

            bytes = bytes[length..];
        }
    }

    private static int Leads(ReadOnlySpan<byte> bytes)
    {
        var leads = 0;
        foreach (var value in bytes)
        {
            leads += value >= 0xC0 ? 1 : 0;
        }

        return leads;
    }

    /// <summary>Bytes at the end that may begin a character that goes on in the next piece.</summary>
    private static int CutTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
            {
                return 0;
            }

            if (value >= 0xC0)
            {
                return back < Length(value) ? back : 0;
            }
        }

        return 0;
    }

    private static int Length(byte lead) => lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}
