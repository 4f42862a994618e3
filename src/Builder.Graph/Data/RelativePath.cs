namespace Builder.Graph.Data;

/// <summary>
/// The one rule for every path that stands in a file: it names something below the folder that the file belongs to. The file may come from
/// anybody, so it is asked before such a path is joined to anything. Links are not seen here; they are followed where the path is opened.
/// </summary>
public static class RelativePath
{
    /// <summary>True where a path leads to something below its folder, by the rules of every system: neither to the folder itself nor out of it.</summary>
    public static bool IsInside(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path[0] is '/' or '\\' || path.Contains('\0', StringComparison.Ordinal)
            || (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])))
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
}
