using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Opens what <see cref="RelativePath"/> allows: files and folders below a project's folder, or a run's, wherever links lead.</summary>
public static class ProjectPath
{
    /// <summary>The full path of a file or folder that a project names.</summary>
    /// <exception cref="DataException">It leads out of the project's folder, or does not exist.</exception>
    public static string Resolve(string projectFolder, string relative) =>
        Below(projectFolder, relative) is not { } full ? throw DataProblems.PathOutside(relative)
        : Path.Exists(full) ? full
        : throw DataProblems.FileMissing(relative);

    /// <summary>The same; null where it leads out of the folder or does not exist.</summary>
    public static string? Find(string folder, string relative) => Below(folder, relative) is { } full && Path.Exists(full) ? full : null;

    private static string? Below(string folder, string relative)
    {
        if (!RelativePath.IsInside(relative, DiskNames.Here))
        {
            return null;
        }

        var root = Path.GetFullPath(folder);
        var full = Path.GetFullPath(Path.Combine(root, relative));
        if (!FilePaths.IsBelow(root, full))
        {
            return null;
        }

        // Every part may be a link, not only the last one.
        for (var part = full; part.Length > root.Length; part = Path.GetDirectoryName(part)!)
        {
            FileSystemInfo entry = Directory.Exists(part) ? new DirectoryInfo(part) : new FileInfo(part);
            if (entry.LinkTarget is not null && (entry.ResolveLinkTarget(returnFinalTarget: true) is not { } target || !FilePaths.IsBelow(root, target.FullName)))
            {
                return null;
            }
        }

        return full;
    }
}
