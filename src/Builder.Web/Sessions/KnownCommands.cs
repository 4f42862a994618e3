using Builder.Storage.Projects;

namespace Builder.Web.Sessions;

/// <summary>The commands that were carried out already: the last ones in memory, all others in the log.</summary>
internal sealed class KnownCommands
{
    private const int Most = 5_000;

    private readonly Dictionary<string, Task<CommandResult>> _answers = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly ProjectLog _log;
    private readonly string _project;
    private bool _areAll;

    public KnownCommands(LoadedProject project, ProjectLog log)
    {
        (_project, _log, _areAll) = (project.Id, log, project.IsWhole);
        foreach (var entry in project.Recent)
        {
            Add(entry.CommandId, Task.FromResult(new CommandResult(entry.Revision, null)));
        }
    }

    /// <summary>The answer to a command of that id; null where there was none.</summary>
    public async Task<Task<CommandResult>?> FindAsync(string id)
    {
        if (_answers.TryGetValue(id, out var answer))
        {
            return answer;
        }

        return !_areAll && await _log.FindCommandAsync(_project, id) is { } revision
            ? Task.FromResult(new CommandResult(revision, null))
            : null;
    }

    /// <summary>Remembers a command.</summary>
    public void Add(string id, Task<CommandResult> answer)
    {
        _answers[id] = answer;
        _order.Enqueue(id);
        if (_order.Count > Most)
        {
            _answers.Remove(_order.Dequeue());
            _areAll = false;
        }
    }
}
