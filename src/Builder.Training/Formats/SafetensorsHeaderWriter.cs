using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Files;

namespace Builder.Training.Formats;

/// <summary>Writes the header of a safetensors file.</summary>
internal static class SafetensorsHeaderWriter
{
    private const int Alignment = 8;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header's length and JSON, filled up with spaces so that the tensors begin at a multiple of 8.</summary>
    /// <exception cref="ArgumentException">A name occurs twice, or a tensor's bytes do not fit its shape.</exception>
    public static byte[] Write(IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        Check(tensors, metadata);
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, s_options))
        {
            writer.WriteStartObject();
            WriteMetadata(writer, tensors, metadata);
            long offset = 0;
            foreach (SafetensorsTensor tensor in tensors)
            {
                WriteEntry(writer, tensor, ref offset);
            }

            writer.WriteEndObject();
        }

        int length = (json.WrittenCount + Alignment - 1) / Alignment * Alignment;
        var header = new byte[SafetensorsPrefix.LengthBytes + length];
        header.AsSpan().Fill((byte)' ');
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)length);
        json.WrittenSpan.CopyTo(header.AsSpan(SafetensorsPrefix.LengthBytes));
        SafetensorsDigests.Sign(header);
        return header;
    }

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        writer.WriteStartObject(SafetensorsPrefix.MetadataName);
        writer.WriteString(SafetensorsDigests.HeaderKey, SafetensorsDigests.Unsigned);
        foreach (SafetensorsTensor tensor in tensors)
        {
            writer.WriteString(SafetensorsDigests.KeyPrefix + tensor.Name, SafetensorsDigests.Of(tensor));
        }

        foreach ((string key, string value) in (metadata ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter writer, SafetensorsTensor tensor, ref long offset)
    {
        writer.WriteStartObject(tensor.Name);
        writer.WriteString("dtype", tensor.DType.ToString());
        writer.WriteStartArray("shape");
        foreach (long size in tensor.Shape)
        {
            writer.WriteNumberValue(size);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(offset);
        offset += tensor.Data.Length;
        writer.WriteNumberValue(offset);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Check(IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { SafetensorsPrefix.MetadataName };
        foreach (SafetensorsTensor tensor in tensors)
        {
            if (!names.Add(tensor.Name))
            {
                throw new ArgumentException($"Two tensors are named \"{tensor.Name}\".", nameof(tensors));
            }

            if (SafetensorsTensor.ByteCount(tensor.DType, tensor.Shape.AsSpan()) != tensor.Data.Length)
            {
                throw new ArgumentException($"The bytes of the tensor \"{tensor.Name}\" do not fit its shape.", nameof(tensors));
            }
        }

        if (metadata is not null && metadata.Keys.FirstOrDefault(SafetensorsDigests.IsReserved) is { } key)
        {
            throw new ArgumentException($"\"{key}\" is kept for checksums.", nameof(metadata));
        }
    }
}
