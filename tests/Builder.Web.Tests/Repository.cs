namespace Builder.Web.Tests;

/// <summary>The repository that is tested.</summary>
internal static class Repository
{
    /// <summary>Its folder: where <c>./builder test</c> says, or the nearest folder above the tests that holds the solution.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("BUILDER_ROOT") ?? Above(AppContext.BaseDirectory);

    /// <summary>The ready projects.</summary>
    public static string Templates => Path.Combine(Root, "templates");

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Builder.sln"))
        ? folder
        : Above(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("There is no Builder.sln above the tests."));
}
