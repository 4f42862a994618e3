using System.Buffers;
using System.Text;

namespace Builder.Datasets.Text;

/// <summary>
/// UTF-8 in which bytes that are none are characters of another encoding: files that were put together from two, or in which a single name was
/// added by an old program. Nothing is lost.
/// </summary>
/// <param name="other">The encoding of the bytes that are no UTF-8, of one byte a character.</param>
internal sealed class MixedEncoding(Encoding other) : Encoding
{
    private readonly char[] _other = [.. Enumerable.Range(0, 256).Select(i => other.GetChars([(byte)i])[0])];

    public override int GetMaxCharCount(int byteCount) => byteCount + 4;

    public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

    public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => GetDecoder().GetCharCount(bytes, index, count, flush: true);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetDecoder().GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: true);

    public override Decoder GetDecoder() => new Mixing(_other);

    /// <summary>Keeps up to three bytes of a character that goes on in the next piece.</summary>
    private sealed class Mixing(char[] other) : Decoder
    {
        private readonly byte[] _kept = new byte[4];
        private int _count;

        public override int GetCharCount(byte[] bytes, int index, int count) => GetCharCount(bytes, index, count, flush: false);

        public override int GetCharCount(byte[] bytes, int index, int count, bool flush) => Decode(bytes.AsSpan(index, count), [], flush, isCounting: true);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: false);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush) =>
            Decode(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex), flush, isCounting: false);

        public override void Reset() => _count = 0;

        private int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush, bool isCounting)
        {
            byte[]? joined = null;
            if (_count > 0)
            {
                joined = [.. _kept.AsSpan(0, _count), .. bytes];
                bytes = joined;
            }

            Span<char> pair = stackalloc char[2];
            var written = 0;
            while (!bytes.IsEmpty)
            {
                var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
                if (status == OperationStatus.NeedMoreData && !flush)
                {
                    break;
                }

                var count = 1;
                if (status == OperationStatus.Done)
                {
                    count = rune.EncodeToUtf16(pair);
                }
                else
                {
                    (pair[0], length) = (other[bytes[0]], 1);
                }

                if (!isCounting)
                {
                    pair[..count].CopyTo(chars[written..]);
                }

                written += count;
                bytes = bytes[length..];
            }

            if (!isCounting)
            {
                bytes.CopyTo(_kept);
                _count = bytes.Length;
            }

            return written;
        }
    }
}
