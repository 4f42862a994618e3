namespace Builder.Graph.Data;

/// <summary>
/// The one rule for every path that stands in a file: it names something below the folder that the file belongs to. The file may come from
/// anybody, so it is asked before such a path is joined to anything. Links are not seen here; they are followed where the path is opened.
/// </summary>
public static class RelativePath
{
    /// <summary>True where a path leads to something below its folder, by the rules of every system: neither to the folder itself nor out of it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="names">
    /// The disks that hold the folder, where the path goes nowhere else: "c:a.csv" is a plain name on all but those of Windows. Null for the rules of
    /// every system.
    /// </param>
    public static bool IsInside(string path, DiskNames? names = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path[0] is '/' or '\\' || path.Contains('\0', StringComparison.Ordinal)
            || IsOnADrive(path, names is not { HoldsOnlyPortable: false }))
        {
            return false;
        }

        var depth = 0;
        foreach (var part in path.Split('/', '\\'))
        {
            depth += part switch { "" or "." => 0, ".." => -1, _ => 1 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth > 0;
    }

    // "c:/a.csv" is meant to lead to a drive wherever it is read.
    private static bool IsOnADrive(string path, bool orItsCurrentFolder) =>
        path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]) && (orItsCurrentFolder || path.Length == 2 || path[2] is '/' or '\\');
}
