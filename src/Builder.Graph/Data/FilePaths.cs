namespace Builder.Graph.Data;

/// <summary>Compares full paths as this system's disks do: Windows and macOS hold a.csv and A.csv to be the same file, Linux does not.</summary>
public static class FilePaths
{
    /// <summary>How paths are compared on this system.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>True where a path is that of something below a folder; not where it is the folder's own. Links are not followed.</summary>
    /// <param name="folder">The folder; from the current folder where it is relative.</param>
    /// <param name="path">The path; likewise.</param>
    /// <param name="comparison">How paths are compared; null for <see cref="Comparison"/>.</param>
    public static bool IsBelow(string folder, string path, StringComparison? comparison = null)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var start = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return whole.Length > start.Length && whole.StartsWith(start, comparison ?? Comparison);
    }
}
