using Builder.Graph;

namespace Builder.Web.Use.Files;

/// <summary>What became of a file that the browser sent.</summary>
/// <param name="Id">Its id; null where it was refused or did not arrive.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">Why it was refused, in the reader's language.</param>
/// <param name="IsNone">No file was chosen.</param>
public sealed record SentFile(string? Id, string? Name, string? Detail, bool IsNone)
{
    /// <summary>Why it was refused; null where nobody said.</summary>
    public Localized? Words => Detail is { Length: > 0 } ? Localized.Same(Detail) : null;
}
