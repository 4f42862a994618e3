using System.Security.Cryptography;
using System.Text;
using Builder.Files;

namespace Builder.Training.Formats;

/// <summary>
/// The checksums in the metadata of a safetensors file. Each tensor has a SHA-256 over its name, type, shape and bytes; the header has
/// one over all of itself, with zeros in the place of that checksum.
/// </summary>
internal sealed class SafetensorsDigests(string file, SafetensorsChecksums checksums, IReadOnlyDictionary<string, string> metadata)
{
    public const string HeaderKey = "sha256";
    public const string KeyPrefix = "sha256:";

    private static readonly byte[] s_headerField = Encoding.ASCII.GetBytes($"{{\"{SafetensorsPrefix.MetadataName}\":{{\"{HeaderKey}\":\"");

    /// <summary>What stands in the place of the header's checksum while it is reckoned.</summary>
    public static string Unsigned { get; } = new('0', SHA256.HashSizeInBytes * 2);

    /// <summary>The checksum of a tensor.</summary>
    public static string Of(SafetensorsTensor tensor)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(tensor.Describe()));
        hash.AppendData(tensor.Data.Span);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Whether a metadata key is kept for checksums.</summary>
    public static bool IsReserved(string key) => key == HeaderKey || key.StartsWith(KeyPrefix, StringComparison.Ordinal);

    /// <summary>The metadata without the checksums.</summary>
    public static IReadOnlyDictionary<string, string> Without(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Where(pair => !IsReserved(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>Puts the header's checksum into its place.</summary>
    public static void Sign(byte[] header) => Encoding.ASCII.GetBytes(HeaderDigest(header)).CopyTo(Field(header));

    /// <summary>Checks the header's checksum.</summary>
    /// <exception cref="CheckpointException">It is wrong, or missing where it is required.</exception>
    public void CheckHeader(byte[] header)
    {
        if (!metadata.TryGetValue(HeaderKey, out string? expected))
        {
            RefuseMissing();
        }
        else if (!HasField(header) || HeaderDigest(header) != expected)
        {
            throw CheckpointErrors.Damaged(file, DamageWords.HeaderChanged);
        }
    }

    /// <summary>Checks a tensor's checksum.</summary>
    /// <exception cref="CheckpointException">It is wrong, or missing where it is required.</exception>
    public void Check(SafetensorsTensor tensor)
    {
        if (!metadata.TryGetValue(KeyPrefix + tensor.Name, out string? expected))
        {
            RefuseMissing();
        }
        else if (Of(tensor) != expected)
        {
            throw CheckpointErrors.Damaged(file, DamageWords.TensorChanged(tensor.Name));
        }
    }

    private static bool HasField(byte[] header) =>
        header.Length >= SafetensorsPrefix.LengthBytes + s_headerField.Length + Unsigned.Length
        && header.AsSpan(SafetensorsPrefix.LengthBytes).StartsWith(s_headerField);

    private static Span<byte> Field(byte[] header) =>
        header.AsSpan(SafetensorsPrefix.LengthBytes + s_headerField.Length, Unsigned.Length);

    private static string HeaderDigest(byte[] header)
    {
        byte[] unsigned = [.. header];
        Field(unsigned).Fill((byte)'0');
        return Convert.ToHexStringLower(SHA256.HashData(unsigned));
    }

    private void RefuseMissing()
    {
        if (checksums == SafetensorsChecksums.Required)
        {
            throw CheckpointErrors.Damaged(file, DamageWords.NoChecksums);
        }
    }
}
