using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Builder.Storage;
using Builder.Storage.Publishing;

namespace Builder.Web.Publishing;

/// <summary>
/// Makes the keys with which programs ask published models, and knows them again. A key is 32 random bytes: a plain SHA-256 of it can be stored, because
/// nobody can try so many.
/// </summary>
public sealed class ModelKeys(ModelKeyStore store, TimeProvider clock)
{
    private const string Prefix = "bk_";
    private const int SecretBytes = 32;
    private const int ShownCharacters = 8;

    /// <summary>Makes a key for a model. It is said this once; nobody can say it again.</summary>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public async Task<string> MakeAsync(string model, CancellationToken ct = default)
    {
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await store.AddAsync(new(IdOf(key), model, key[..ShownCharacters], clock.GetUtcNow()), ct);
        return key;
    }

    /// <summary>The key that a program says, where it is one of that model; null for any other.</summary>
    public async Task<ModelKey?> FindAsync(string model, string said, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.StartsWith(Prefix, StringComparison.Ordinal) && await store.FindAsync(IdOf(said), ct) is { } key && key.Model == model ? key : null;
    }

    private static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
