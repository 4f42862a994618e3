using System.Collections.Concurrent;
using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Pictures;

namespace Builder.Web.Sessions;

/// <summary>All open projects: one session for each, shared by all windows that show it. Those that nobody looks at are let go.</summary>
public sealed class ProjectSessions : IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstReading = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<ProjectSession>>> _open = new(StringComparer.Ordinal);
    private readonly DataSchemas _schemas;
    private readonly DataFolder _folder;
    private readonly ProjectLog _log;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ITimer _sweep;

    /// <summary>Makes the place where sessions are found.</summary>
    /// <param name="folder">Where the projects' folders lie.</param>
    /// <param name="log">Their edits.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logger">Told what goes wrong in a session.</param>
    /// <param name="pictures">Reads pictures in a process of their own; without it they are read here, as in a program that is no server.</param>
    public ProjectSessions(DataFolder folder, ProjectLog log, TimeProvider clock, ILogger<ProjectSessions> logger, PictureClient? pictures = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (_folder, _log, _clock, _logger, _schemas) = (folder, log, clock, logger, new DataSchemas(pictures));
        _sweep = clock.CreateTimer(_ => ReleaseIdle(), null, Sweep, Sweep);
    }

    /// <summary>How many projects are open.</summary>
    public int Count => _open.Count;

    /// <summary>The folder of a project.</summary>
    public string FolderOf(string projectId) => _folder.ProjectFolder(projectId);

    /// <summary>The session of a project.</summary>
    /// <exception cref="StorageException">There is no such project.</exception>
    public async Task<ProjectSession> OpenAsync(string projectId, CancellationToken ct = default)
    {
        while (true)
        {
            var entry = _open.GetOrAdd(projectId, id => new(() => ReadAsync(id)));
            try
            {
                var session = await entry.Value.WaitAsync(ct);
                if (!session.IsEnding)
                {
                    return session;
                }

                await session.Ended.WaitAsync(ct);
                _open.TryRemove(new(projectId, entry));
            }
            catch when (entry.Value.IsFaulted)
            {
                _open.TryRemove(new(projectId, entry));
                throw;
            }
        }
    }

    /// <summary>Renames a project, whether it is open or not; the change stands in its history like any other.</summary>
    /// <exception cref="StorageException">There is no such project.</exception>
    public async Task<CommandResult> RenameAsync(string projectId, string name, string actor, CancellationToken ct = default)
    {
        var session = await OpenAsync(projectId, ct);
        return await session.ApplyAsync(new(ShortId.New(), session.Revision, _ => new RenameProject(name), actor), ct);
    }

    /// <summary>Lets go of projects that nobody looks at.</summary>
    internal void ReleaseIdle()
    {
        foreach (var (id, entry) in _open)
        {
            if (entry is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && entry.Value.Result.TryRelease(Idle))
            {
                Background.Run(RemoveAsync(id, entry), _logger, "let go of a project");
            }
        }
    }

    /// <summary>Carries out what is under way and closes all projects.</summary>
    internal Task EndAsync() => Task.WhenAll(_open.Values.Where(e => e is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        .Select(e => e.Value.Result.End()));

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep.Dispose();
        _schemas.Dispose();
    }

    private async Task RemoveAsync(string projectId, Lazy<Task<ProjectSession>> entry)
    {
        await entry.Value.Result.Ended;
        _open.TryRemove(new(projectId, entry));
        SessionLog.LetGo(_logger, projectId);
    }

    private async Task<ProjectSession> ReadAsync(string projectId)
    {
        var loaded = await Task.Run(() => _log.LoadAsync(projectId));
        var session = new ProjectSession(loaded, FolderOf(projectId), this, _log, _schemas, _clock, _logger);
        SessionLog.Opened(_logger, projectId, session.Revision);
        // Most data are read at once: then no window ever sees the project without its shapes.
        await Task.WhenAny(session.RefreshDataAsync(), Task.Delay(FirstReading, _clock));
        return session;
    }
}
