using System.Xml.Linq;

namespace Builder.Architecture.Tests;

/// <summary>The checked-out repository, as the tests read it: its root, its projects, its source and text files.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Generated = ["bin", "obj", "node_modules", ".git", ".build", "runs", ".readings", "__pycache__"];

    /// <summary>The folder that holds <c>Builder.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file below <paramref name="folder"/> (relative to the root) that people wrote, as paths relative to the root.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => extensions.Length == 0 || extensions.Contains(file.Extension))
            .Select(file => Relative(file.FullName))
            .Order(StringComparer.Ordinal);

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    public static string[] ReadLines(string relativePath) => File.ReadAllLines(Path.Combine(Root, relativePath));

    public static XDocument ReadProject(string relativePath) => XDocument.Load(Path.Combine(Root, relativePath));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            return [];
        }

        var below = folder.EnumerateDirectories().Where(child => !Generated.Contains(child.Name)).SelectMany(Walk);
        return folder.EnumerateFiles().Concat(below);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Builder.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run from a build inside the repository; no Builder.sln was found above them.");
    }
}
