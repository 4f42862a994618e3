using System.Text.RegularExpressions;

namespace Builder.Datasets;

/// <summary>Why a file could not be read, in the system's words.</summary>
public static partial class CauseWords
{
    /// <summary>The words without the place where the file lies on this computer's disk: people are told names, not places.</summary>
    public static string Of(Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return FullPath().Replace(cause.Message, match => $"'{Path.GetFileName(match.Groups[1].Value)}'");
    }

    [GeneratedRegex(@"'((?:/|[A-Za-z]:\\|\\\\)[^']*)'")]
    private static partial Regex FullPath();
}
