using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>How an entry of the log came about.</summary>
public enum HistoryStep
{
    /// <summary>A person made a change.</summary>
    Do,

    /// <summary>A change was taken back.</summary>
    Undo,

    /// <summary>A change that was taken back was made again.</summary>
    Redo,
}

/// <summary>One line of the log: carrying out all edits in order leads from the first document to the last.</summary>
/// <param name="Revision">Number of the document after it; grows by one with each entry, also when something is undone.</param>
/// <param name="Step">How it came about.</param>
/// <param name="Edit">What was carried out.</param>
/// <param name="Inverse">What takes it back.</param>
public sealed record HistoryEntry(long Revision, HistoryStep Step, Edit Edit, Edit Inverse);

/// <summary>A document with its past: every change is in the log, and can be taken back and made again.</summary>
/// <remarks>Not safe for several threads at once: whoever owns the document calls it in turn.</remarks>
/// <param name="document">The document to begin with.</param>
/// <param name="revision">Its number.</param>
public sealed class EditHistory(ProjectDocument document, long revision = 0)
{
    private static readonly MessageTemplate NothingToUndo = new(
        "NothingToUndo",
        "There is nothing to undo.",
        "没有可撤销的操作。");

    private static readonly MessageTemplate NothingToRedo = new(
        "NothingToUndo.redo",
        "There is nothing to redo.",
        "没有可重做的操作。");

    private readonly List<HistoryEntry> _log = [];
    private readonly Stack<HistoryEntry> _done = [];
    private readonly Stack<Edit> _undone = [];

    /// <summary>The document as it is now.</summary>
    public ProjectDocument Document { get; private set; } = document;

    /// <summary>Number of the document; never the same for two documents of one history.</summary>
    public long Revision { get; private set; } = revision;

    /// <summary>Everything that happened, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Log => _log;

    /// <summary>True where there is something to take back.</summary>
    public bool CanUndo => _done.Count > 0;

    /// <summary>True where there is something to make again.</summary>
    public bool CanRedo => _undone.Count > 0;

    /// <summary>
    /// The history of a document whose log was kept elsewhere, so that undo and redo outlive the program. The log may begin anywhere: what
    /// happened before its first entry can then not be taken back.
    /// </summary>
    /// <param name="document">The document after the last entry.</param>
    /// <param name="revision">Its number.</param>
    /// <param name="log">What led to it, oldest first.</param>
    public static EditHistory Replay(ProjectDocument document, long revision, IEnumerable<HistoryEntry> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var history = new EditHistory(document, revision);
        foreach (var entry in log)
        {
            history.Remember(entry);
        }

        return history;
    }

    /// <summary>Makes a change; what had been undone can then no longer be made again.</summary>
    public EditResult Apply(Edit edit)
    {
        var result = Carry(edit, HistoryStep.Do);
        if (result.Succeeded)
        {
            _done.Push(_log[^1]);
            _undone.Clear();
        }

        return result;
    }

    /// <summary>Takes the last change back.</summary>
    public EditResult Undo()
    {
        if (!_done.TryPeek(out var last))
        {
            return new Problem(null, NothingToUndo.With());
        }

        var result = Carry(last.Inverse, HistoryStep.Undo);
        if (result.Succeeded)
        {
            _done.Pop();
            _undone.Push(last.Edit);
        }

        return result;
    }

    /// <summary>Makes the change again that was undone last.</summary>
    public EditResult Redo()
    {
        if (!_undone.TryPeek(out var edit))
        {
            return new Problem(null, NothingToRedo.With());
        }

        var result = Carry(edit, HistoryStep.Redo);
        if (result.Succeeded)
        {
            _undone.Pop();
            _done.Push(_log[^1]);
        }

        return result;
    }

    /// <summary>An undo or redo of something older than the log stands for itself: the inverse of an undo is what makes the change again.</summary>
    private void Remember(HistoryEntry entry)
    {
        _log.Add(entry);
        switch (entry.Step)
        {
            case HistoryStep.Do:
                _done.Push(entry);
                _undone.Clear();
                break;
            case HistoryStep.Undo:
                _undone.Push(_done.TryPop(out var undone) ? undone.Edit : entry.Inverse);
                break;
            case HistoryStep.Redo:
                _undone.TryPop(out _);
                _done.Push(entry);
                break;
        }
    }

    private EditResult Carry(Edit edit, HistoryStep step)
    {
        var result = DocumentEditor.Apply(Document, edit);
        if (result.Succeeded)
        {
            Document = result.Document;
            _log.Add(new(++Revision, step, edit, result.Inverse));
        }

        return result;
    }
}
