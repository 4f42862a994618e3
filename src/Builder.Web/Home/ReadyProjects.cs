using Builder.Graph.Documents;
using Builder.Graph.Json;

namespace Builder.Web.Home;

/// <summary>The ready projects that come with the product.</summary>
/// <param name="folder">The folder that holds a folder for each.</param>
public sealed class ReadyProjects(string folder)
{
    /// <summary>All of them, by the name of their folder.</summary>
    public IReadOnlyList<(string Name, ProjectDocument Document)> List() =>
    [
        .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File: Path.Combine(f, "project.json"))).Where(f => File.Exists(f.File))
            .Select(f => (f.Item1, ProjectJson.Read(File.ReadAllBytes(f.File)))),
    ];

    /// <summary>Copies the files of a ready project, without runs that were made inside it.</summary>
    public void CopyTo(string name, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Path.GetFileName(name))))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}

/// <summary>Registers the ready projects.</summary>
public static class ReadyProjectsSetup
{
    /// <summary>Their services.</summary>
    public static void AddReadyProjects(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new ReadyProjects(configuration["BUILDER_TEMPLATES"] ?? Path.Combine(AppContext.BaseDirectory, "templates")));
}
