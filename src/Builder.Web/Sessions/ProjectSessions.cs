using System.Collections.Concurrent;
using Builder.Graph.Json;

namespace Builder.Web.Sessions;

/// <summary>All open projects: one session for each, shared by all windows that show it.</summary>
public sealed class ProjectSessions(string dataFolder)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ProjectSession>>> _open = new(StringComparer.Ordinal);

    /// <summary>The folder of a project.</summary>
    public string FolderOf(string projectId) => Path.Combine(dataFolder, "projects", projectId);

    /// <summary>The session of a project.</summary>
    public Task<ProjectSession> OpenAsync(string projectId, CancellationToken ct = default) =>
        _open.GetOrAdd(projectId, id => new(() => ReadAsync(id))).Value.WaitAsync(ct);

    private async Task<ProjectSession> ReadAsync(string projectId)
    {
        var folder = FolderOf(projectId);
        return new ProjectSession(projectId, folder, ProjectJson.Read(await File.ReadAllBytesAsync(Path.Combine(folder, "project.json"))));
    }
}

/// <summary>Registers the open projects.</summary>
public static class SessionsSetup
{
    /// <summary>Their services.</summary>
    public static void AddSessions(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new ProjectSessions(configuration["BUILDER_HOME"] ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "builder")));
}
