using System.Buffers.Binary;

namespace Builder.Files;

/// <summary>
/// The part of a safetensors file before the tensors: 8 bytes that hold a length, little-endian, then a JSON object of that length.
/// Source: the format's description at https://github.com/huggingface/safetensors.
/// </summary>
public static class SafetensorsPrefix
{
    /// <summary>Bytes of the length that the file begins with.</summary>
    public const int LengthBytes = sizeof(ulong);

    /// <summary>The longest JSON object that the format's own reader takes, in bytes.</summary>
    public const int MaxHeaderLength = 100_000_000;

    /// <summary>The entry of the JSON object that describes no tensor: texts that the writer added.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>Reads the length and the JSON object; the stream stands at the first tensor afterwards.</summary>
    /// <returns>All bytes before the tensors, the length included.</returns>
    /// <exception cref="EndOfStreamException">The file ends before its header does.</exception>
    /// <exception cref="InvalidDataException">The header would be longer than the format allows.</exception>
    public static byte[] Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> prefix = stackalloc byte[LengthBytes];
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)(stream.Length - LengthBytes))
        {
            throw new EndOfStreamException($"The header has {length} bytes, the file {stream.Length}.");
        }

        if (length > MaxHeaderLength)
        {
            throw new InvalidDataException($"A header has at most {MaxHeaderLength} bytes, not {length}.");
        }

        var header = new byte[LengthBytes + (int)length];
        prefix.CopyTo(header);
        stream.ReadExactly(header.AsSpan(LengthBytes));
        return header;
    }
}
