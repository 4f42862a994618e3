using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Web.Sessions;

/// <summary>An open project. It owns the document: all windows send their commands here, and they are carried out one after the other.</summary>
public sealed class ProjectSession : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, CommandResult> _done = [];
    private readonly EditHistory _history;

    /// <summary>Opens a session on a document.</summary>
    public ProjectSession(string id, string folder, ProjectDocument document)
    {
        (Id, Folder, _history) = (id, folder, new EditHistory(document));
        Analysis = GraphAnalyzer.Analyze(document, Schema);
    }

    /// <summary>Raised after every change, when it is durable.</summary>
    public event Action<SessionChange>? Changed;

    /// <summary>The project's id.</summary>
    public string Id { get; }

    /// <summary>The project's folder: its data files and its runs.</summary>
    public string Folder { get; }

    /// <summary>The document as it is now.</summary>
    public ProjectDocument Document => _history.Document;

    /// <summary>Its revision.</summary>
    public long Revision => _history.Revision;

    /// <summary>All that can be said of it.</summary>
    public GraphAnalysis Analysis { get; private set; }

    /// <summary>What is known of its data.</summary>
    public DataSchema Schema { get; private set; } = DataSchema.Empty;

    /// <summary>True where there is something to take back.</summary>
    public bool CanUndo => _history.CanUndo;

    /// <summary>True where there is something to make again.</summary>
    public bool CanRedo => _history.CanRedo;

    /// <summary>Carries out a command.</summary>
    public Task<CommandResult> ApplyAsync(Command command, CancellationToken ct = default) =>
        Carry(command.Id, () => _history.Apply(command.Edit(_history.Document)), ct);

    /// <summary>Takes the last change back.</summary>
    public Task<CommandResult> UndoAsync(string commandId, string actor, CancellationToken ct = default) => Carry(commandId, _history.Undo, ct);

    /// <summary>Makes the change again that was taken back last.</summary>
    public Task<CommandResult> RedoAsync(string commandId, string actor, CancellationToken ct = default) => Carry(commandId, _history.Redo, ct);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<CommandResult> Carry(string id, Func<EditResult> edit, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_done.TryGetValue(id, out var known))
            {
                return known;
            }

            var before = Document;
            var result = edit();
            var answer = new CommandResult(Revision, result.Problem);
            _done.Add(id, answer);
            if (result.Succeeded)
            {
                Analysis = GraphAnalyzer.Analyze(Document, Schema);
                Changed?.Invoke(new(before, Document, Revision, id, Analysis));
            }

            return answer;
        }
        finally
        {
            _turn.Release();
        }
    }
}
