namespace Builder.Datasets.Import;

/// <summary>Paths of data inside a project's folder.</summary>
internal static class ProjectPath
{
    /// <summary>The full path of a file or folder that a project names.</summary>
    /// <exception cref="DataException">It leads out of the project's folder, or does not exist.</exception>
    public static string Resolve(string projectFolder, string relative)
    {
        var root = Path.GetFullPath(projectFolder);
        if (relative.Length == 0 || Path.IsPathRooted(relative) || relative.Contains('\0', StringComparison.Ordinal))
        {
            throw DataProblems.PathOutside(relative);
        }

        var full = Path.GetFullPath(Path.Combine(root, relative));
        if (!IsWithin(root, full))
        {
            throw DataProblems.PathOutside(relative);
        }

        FileSystemInfo entry = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
        if (!entry.Exists)
        {
            throw DataProblems.FileMissing(relative);
        }

        return entry.ResolveLinkTarget(returnFinalTarget: true) is { } target && !IsWithin(root, target.FullName)
            ? throw DataProblems.PathOutside(relative)
            : full;
    }

    private static bool IsWithin(string root, string path) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
