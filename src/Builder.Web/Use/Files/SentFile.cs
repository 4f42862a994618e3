using Builder.Graph;

namespace Builder.Web.Use.Files;

/// <summary>What became of a file that the browser sent.</summary>
/// <param name="Id">Its id; null where it was refused or did not arrive.</param>
/// <param name="Name">Its name.</param>
/// <param name="En">Why it was refused, in English.</param>
/// <param name="Zh">The same in Simplified Chinese.</param>
/// <param name="IsNone">No file was chosen.</param>
public sealed record SentFile(string? Id, string? Name, string? En, string? Zh, bool IsNone)
{
    /// <summary>Why it was refused; null where nobody said.</summary>
    public Localized? Words => En is { Length: > 0 } && Zh is { Length: > 0 } ? new(En, Zh) : null;
}
