using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Builder.Web.Shell.Security;

/// <summary>The word in the address that the server prints. It lets in one browser, once; then the next one is printed.</summary>
public sealed class AccessTokens
{
    private readonly Lock _lock = new();
    private string _current = New();

    /// <summary>Raised when a word has been used and another one holds.</summary>
    public event Action<string>? Renewed;

    /// <summary>The word that holds now.</summary>
    public string Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    /// <summary>True for the word that holds, which thereby is used up.</summary>
    public bool TryUse(string token)
    {
        lock (_lock)
        {
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(_current)))
            {
                return false;
            }

            _current = New();
        }

        Renewed?.Invoke(_current);
        return true;
    }

    private static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
}
