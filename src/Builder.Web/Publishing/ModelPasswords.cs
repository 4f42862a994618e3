using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Builder.Web.Publishing;

/// <summary>Passwords of published models. What is stored is a salted hash: PBKDF2 with HMAC-SHA512 (RFC 8018).</summary>
public static class ModelPasswords
{
    /// <summary>Characters that a password has at least,</summary>
    public const int Shortest = 6;

    /// <summary>and at most: hashing takes time, and somebody else's should not be taken.</summary>
    public const int Longest = 200;

    // OWASP's advice for PBKDF2 with HMAC-SHA512 (Password Storage Cheat Sheet).
    private const int Rounds = 210_000;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>True for a text that may be a password.</summary>
    public static bool IsAllowed(string? password) => password is { Length: >= Shortest and <= Longest };

    /// <summary>What is stored of a password.</summary>
    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>True for the password of a hash. Takes as long for every password.</summary>
    public static bool IsRight(string hash, string? password) =>
        password is { Length: <= Longest } && Hasher.VerifyHashedPassword("", hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Stands for a hash where a visitor holds it: another password is another stamp.</summary>
    public static string StampOf(string hash) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash)));
}
