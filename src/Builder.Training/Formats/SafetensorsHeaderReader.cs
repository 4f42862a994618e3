using System.Collections.Immutable;
using System.Text.Json;
using Builder.Files;

namespace Builder.Training.Formats;

/// <summary>Reads the header of a safetensors file strictly: what the format does not allow is refused.</summary>
internal static class SafetensorsHeaderReader
{
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Reads the header.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="header">The length and the JSON after it.</param>
    /// <param name="dataLength">How many bytes follow the header.</param>
    /// <exception cref="CheckpointException">The header is damaged or names an element type that is not known here.</exception>
    public static SafetensorsHeader Read(string file, ReadOnlyMemory<byte> header, long dataLength)
    {
        ReadOnlyMemory<byte> json = header[SafetensorsPrefix.LengthBytes..];
        if (json.IsEmpty || json.Span[0] != '{')
        {
            throw CheckpointErrors.Damaged(file, DamageWords.CutShort);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, s_strict);
            var entries = new List<SafetensorsEntry>();
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == SafetensorsPrefix.MetadataName)
                {
                    ReadMetadata(file, property.Value, metadata);
                }
                else
                {
                    entries.Add(ReadEntry(file, property));
                }
            }

            entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
            CheckPlaces(file, entries, dataLength);
            return new SafetensorsHeader(entries, metadata);
        }
        catch (JsonException error)
        {
            throw CheckpointErrors.Damaged(file, DamageWords.Header(error.Path ?? "$"), error);
        }
        catch (InvalidOperationException error)
        {
            // A text that is no valid UTF-8, found when it is taken out of the document.
            throw CheckpointErrors.Damaged(file, DamageWords.Header("$"), error);
        }
    }

    private static void ReadMetadata(string file, JsonElement element, Dictionary<string, string> metadata)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw CheckpointErrors.Damaged(file, DamageWords.Header(SafetensorsPrefix.MetadataName));
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            metadata.Add(property.Name, property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString()!
                : throw CheckpointErrors.Damaged(file, DamageWords.Header(SafetensorsPrefix.MetadataName + "." + property.Name)));
        }
    }

    private static SafetensorsEntry ReadEntry(string file, JsonProperty property)
    {
        string name = property.Name;
        JsonElement entry = property.Value;
        if (entry.ValueKind != JsonValueKind.Object
            || entry.EnumerateObject().Count() != 3
            || !entry.TryGetProperty("dtype", out JsonElement dtype) || dtype.ValueKind != JsonValueKind.String
            || !entry.TryGetProperty("shape", out JsonElement shape) || !TryReadSizes(shape, out ImmutableArray<long> sizes)
            || !entry.TryGetProperty("data_offsets", out JsonElement offsets) || !TryReadSizes(offsets, out ImmutableArray<long> range)
            || range.Length != 2)
        {
            throw CheckpointErrors.Damaged(file, DamageWords.Header(name));
        }

        if (!SafetensorsDTypes.TryParse(dtype.GetString(), out SafetensorsDType type))
        {
            throw CheckpointErrors.Unsupported(file, DamageWords.UnknownType(name, dtype.GetString()!));
        }

        return new SafetensorsEntry(name, type, sizes, range[0], range[1]);
    }

    private static bool TryReadSizes(JsonElement element, out ImmutableArray<long> sizes)
    {
        sizes = [];
        if (element.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        ImmutableArray<long>.Builder read = ImmutableArray.CreateBuilder<long>(element.GetArrayLength());
        foreach (JsonElement item in element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out long size) || size < 0)
            {
                return false;
            }

            read.Add(size);
        }

        sizes = read.ToImmutable();
        return true;
    }

    // No gaps and no overlaps: nothing can hide in the file, and no byte belongs to two tensors.
    private static void CheckPlaces(string file, List<SafetensorsEntry> entries, long dataLength)
    {
        long end = 0;
        foreach (SafetensorsEntry entry in entries)
        {
            if (entry.Begin != end || entry.End < entry.Begin || entry.End > dataLength
                || SafetensorsTensor.ByteCount(entry.DType, entry.Shape.AsSpan()) != entry.Length)
            {
                throw CheckpointErrors.Damaged(file, DamageWords.Offsets(entry.Name));
            }

            end = entry.End;
        }

        if (end != dataLength)
        {
            throw CheckpointErrors.Damaged(file, DamageWords.DataLeftOver);
        }
    }
}
