using System.Buffers.Binary;
using System.Text.Json;

namespace Builder.Web.Runs.Supervision;

/// <summary>What the head of a checkpoint tells without loading it: a safetensors file begins with its length and a JSON object.</summary>
internal static class CheckpointHeader
{
    private const int Longest = 100_000_000;

    /// <summary>Whole epochs that were done when it was written; null where the file is no checkpoint.</summary>
    public static long? EpochsDone(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var header = JsonDocument.Parse(Header(file));
            using var state = JsonDocument.Parse(header.RootElement.GetProperty("__metadata__").GetProperty("builder.state").GetString() ?? "");
            return state.RootElement.GetProperty("Epoch").GetInt64();
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or KeyNotFoundException or InvalidOperationException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static byte[] Header(FileStream file)
    {
        var length = new byte[sizeof(ulong)];
        file.ReadExactly(length);
        var bytes = new byte[Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(length), Longest)];
        file.ReadExactly(bytes);
        return bytes;
    }
}
