namespace Builder.Bench.Ui.Serving;

/// <summary>The repository that is tested.</summary>
public static class Repository
{
    /// <summary>Its folder: where <c>./builder test</c> says, or the nearest folder above the program that holds the solution.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("BUILDER_ROOT") ?? Above(AppContext.BaseDirectory);

    /// <summary>The published server: the one that <c>./builder test</c> has just built, or the newest that <c>./builder run</c> left.</summary>
    public static string Server => Environment.GetEnvironmentVariable("BUILDER_WEB")
        ?? new DirectoryInfo(Path.Combine(Root, ".build", "web")).GetDirectories().OrderByDescending(d => d.LastWriteTimeUtc)
            .Select(d => Path.Combine(d.FullName, "builder-web")).First(File.Exists);

    /// <summary>The runner that the server starts for every training.</summary>
    public static string Runner => Environment.GetEnvironmentVariable("BUILDER_RUNNER")
        ?? Path.Combine(Root, "src", "Builder.Runner", "bin", "Release", "net10.0", "builder-runner");

    /// <summary>The ready projects.</summary>
    public static string Templates => Path.Combine(Root, "templates");

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Builder.sln"))
        ? folder
        : Above(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("There is no Builder.sln above this program."));
}
