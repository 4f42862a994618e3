using System.Buffers;
using System.Security.Cryptography;

namespace Builder.Storage;

/// <summary>Ids of projects, runs and versions: short enough to read out, safe in addresses and as folder names, never guessed twice.</summary>
public static class ShortId
{
    private const int Length = 12;

    // Without letters and digits that look alike, and without vowels, so that no words come out.
    private const string Letters = "23456789bcdfghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Known = SearchValues.Create(Letters);

    /// <summary>A new id.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>True where a text from outside, such as part of an address, may be an id and so may become part of a path.</summary>
    public static bool IsValid(string? id) => id is { Length: Length } && !id.AsSpan().ContainsAnyExcept(Known);
}
