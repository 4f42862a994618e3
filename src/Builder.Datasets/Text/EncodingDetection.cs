using System.Text;
using System.Text.Unicode;

namespace Builder.Datasets.Text;

/// <summary>Tells from a file's bytes how its text is encoded.</summary>
public static class EncodingDetection
{
    /// <summary>Share of the high bytes that must stand in pairs for a text to be taken for Chinese.</summary>
    private const double PairedShare = 0.9;

    /// <summary>Share of UTF-16 characters below 256 (letters, digits, separators, line ends) without which zeros mean binary data.</summary>
    private const double ZeroShare = 0.3;

    /// <summary>The encoding's name as <see cref="TextEncoding"/> has it; null where the bytes are no text.</summary>
    /// <param name="bytes">The file's beginning, or all of it.</param>
    public static string? Detect(ReadOnlySpan<byte> bytes)
    {
        if (TextEncoding.MarkLength(bytes) is var mark and > 0)
        {
            return mark == 3 ? TextEncoding.Utf8 : bytes[0] == 0xFF ? TextEncoding.Utf16LittleEndian : TextEncoding.Utf16BigEndian;
        }

        if (bytes.Contains((byte)0))
        {
            return DetectUtf16(bytes);
        }

        if (HasControls(bytes))
        {
            return null;
        }

        if (Utf8.IsValid(WithoutCutTail(bytes)))
        {
            return TextEncoding.Utf8;
        }

        return IsChinese(bytes) ? TextEncoding.Gb18030 : TextEncoding.Windows1252;
    }

    /// <summary>Text of mostly Latin letters, digits and separators has a zero in every other byte.</summary>
    private static string? DetectUtf16(ReadOnlySpan<byte> bytes)
    {
        int evenZeros = 0, oddZeros = 0;
        var even = bytes.Length & ~1;
        for (var i = 0; i < even; i += 2)
        {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }

        var isRare = Math.Max(evenZeros, oddZeros) < ZeroShare * even / 2;
        if ((evenZeros > 0 && oddZeros > 0) || isRare)
        {
            return null;
        }

        var name = oddZeros > 0 ? TextEncoding.Utf16LittleEndian : TextEncoding.Utf16BigEndian;
        return IsText(bytes[..even], TextEncoding.Find(name)!) ? name : null;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return !text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var value in bytes)
        {
            controls += value < 32 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 12 or 26 or 27) ? 1 : 0;
        }

        return controls > bytes.Length / 1000;
    }

    /// <summary>The sample may end inside a character: up to three bytes at its end are left out.</summary>
    private static ReadOnlySpan<byte> WithoutCutTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
            {
                break;
            }

            if (value >= 0xC0)
            {
                return bytes[..^back];
            }
        }

        return bytes;
    }

    /// <summary>In Chinese text the high bytes stand in runs of even length; in Western text mostly alone.</summary>
    private static bool IsChinese(ReadOnlySpan<byte> bytes)
    {
        int paired = 0, all = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var run = 0;
            while (i + run < bytes.Length && bytes[i + run] >= 0x81)
            {
                run++;
            }

            all += run;
            paired += run & ~1;
            i += Math.Max(run, 1);
        }

        return all > 0 && paired >= PairedShare * all;
    }
}
