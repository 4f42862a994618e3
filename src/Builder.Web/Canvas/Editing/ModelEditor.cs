using Builder.Graph;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Messages;
using Builder.Web.Sessions;

namespace Builder.Web.Canvas.Editing;

/// <summary>A document at one moment, with what can be said of it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Analysis">All that can be said of it.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="CommandId">The command that led here, where it was one.</param>
/// <param name="CanUndo">Whether there is something to take back.</param>
/// <param name="CanRedo">Whether there is something to make again.</param>
public sealed record ModelState(
    ProjectDocument Document, GraphAnalysis Analysis, long Revision, string? CommandId, bool CanUndo, bool CanRedo);

/// <summary>
/// One window's view of a project: the newest state, what is selected, which group is open. The canvas client, the inspector and all panels of the
/// Model page work through it. Events may come from any thread.
/// </summary>
public sealed class ModelEditor : IDisposable
{
    private readonly ProjectPresence _presence;
    private readonly Lock _lock = new();

    /// <summary>Opens a window on a project.</summary>
    public ModelEditor(ProjectSession session, ProjectPresence presence)
    {
        (Session, _presence) = (session, presence);
        Me = presence.Join(session.Id);
        session.Changed += Follow;
        presence.Changed += FollowPeople;
        State = new(session.Document, session.Analysis, session.Revision, null, session.CanUndo, session.CanRedo);
        Before = State;
    }

    /// <summary>Raised when the document has changed, or what is known of it.</summary>
    public event Action? Changed;

    /// <summary>Raised when something else is selected, or another group is open.</summary>
    public event Action? ViewChanged;

    /// <summary>Raised when somebody came, went or selected something else.</summary>
    public event Action? PeopleChanged;

    /// <summary>Raised when a panel wants something of the canvas client.</summary>
    public event Action<ToIsland>? Asked;

    /// <summary>Called when the person wants to train.</summary>
    public Action? TrainWanted { get; set; }

    /// <summary>Called with the reason, in words, when a panel's change was refused.</summary>
    public Action<Localized>? Refused { get; set; }

    /// <summary>The project.</summary>
    public ProjectSession Session { get; }

    /// <summary>Who sits at this window.</summary>
    public Person Me { get; }

    /// <summary>The newest state.</summary>
    public ModelState State { get; private set; }

    /// <summary>The state before the newest, to tell what a change did.</summary>
    public ModelState Before { get; private set; }

    /// <summary>Ids of the selected blocks.</summary>
    public IReadOnlyList<string> Selection { get; private set; } = [];

    /// <summary>The group that the person looks into; null is the main canvas.</summary>
    public string? Group { get; private set; }

    /// <summary>Everybody else who has the project open.</summary>
    public IReadOnlyList<Person> Others => [.. _presence.People(Session.Id).Where(p => p.Id != Me.Id)];

    /// <summary>Who sent a command, if it was somebody else.</summary>
    public Person? OtherAuthor(string? commandId) => _presence.AuthorOf(Session.Id, commandId) is { } author && author.Id != Me.Id ? author : null;

    /// <summary>Carries out an edit that is made from the document when its turn comes. What is refused is said by <see cref="Refused"/> as well.</summary>
    public async Task<CommandResult> ApplyAsync(Func<ProjectDocument, Edit> edit)
    {
        var id = NewCommand();
        var result = await Session.ApplyAsync(new(id, State.Revision, edit, Me.Id));
        Tell(result);
        return result;
    }

    /// <summary>Carries out an edit.</summary>
    public Task<CommandResult> ApplyAsync(Edit edit) => ApplyAsync(_ => edit);

    /// <summary>Takes the last change back.</summary>
    public async Task UndoAsync() => Tell(await Session.UndoAsync(NewCommand(), Me.Id));

    /// <summary>Makes the change again that was taken back last.</summary>
    public async Task RedoAsync() => Tell(await Session.RedoAsync(NewCommand(), Me.Id));

    /// <summary>Keeps in mind that a command comes from this window.</summary>
    public void Remember(string commandId) => _presence.Remember(Session.Id, commandId, Me.Id);

    /// <summary>The canvas client says what is selected and where.</summary>
    public void Selected(IReadOnlyList<string> blocks, string? group)
    {
        if (group == Group && blocks.SequenceEqual(Selection))
        {
            return;
        }

        (Selection, Group) = (blocks, group);
        _presence.Select(Session.Id, Me.Id, blocks);
        ViewChanged?.Invoke();
    }

    /// <summary>Selects blocks from a panel: the canvas client brings them into view.</summary>
    public void Select(params IReadOnlyList<string> blocks)
    {
        var group = blocks.Count > 0 && State.Document.Blocks.TryGetValue(blocks[0], out var first) ? first.Group : Group;
        if (group != Group)
        {
            Ask(new IslandCommand("openGroup", group));
        }

        Selected(blocks, group);
        Ask(new SelectBlocks(blocks));
    }

    /// <summary>Opens a group, or with null the main canvas.</summary>
    public void Open(string? group)
    {
        Selected([], group);
        Ask(new IslandCommand("openGroup", group));
    }

    /// <summary>The window's connection is lost: the others no longer see it.</summary>
    public void Away() => _presence.Leave(Session.Id, Me.Id);

    /// <summary>The window's connection is there again.</summary>
    public void Back() => _presence.Return(Session.Id, Me with { Selection = Selection });

    /// <summary>Asks the canvas client for something.</summary>
    public void Ask(ToIsland message) => Asked?.Invoke(message);

    /// <summary>The person wants to train.</summary>
    public void WantTrain() => TrainWanted?.Invoke();

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Changed -= Follow;
        _presence.Changed -= FollowPeople;
        _presence.Leave(Session.Id, Me.Id);
    }

    private string NewCommand()
    {
        var id = Guid.NewGuid().ToString("N");
        Remember(id);
        return id;
    }

    private void Tell(CommandResult result)
    {
        if (result.Problem is { } problem)
        {
            Refused?.Invoke(problem.Message.Words);
        }
    }

    private void Follow(SessionChange change)
    {
        lock (_lock)
        {
            if (change.Revision < State.Revision)
            {
                return;
            }

            Before = State;
            State = new(change.After, change.Analysis, change.Revision, change.CommandId, Session.CanUndo, Session.CanRedo);
        }

        DropWhatIsGone(change.After);
        Changed?.Invoke();
    }

    private void DropWhatIsGone(ProjectDocument document)
    {
        if (Selection.All(document.Blocks.ContainsKey) && (Group is null || document.Groups.ContainsKey(Group)))
        {
            return;
        }

        Selected([.. Selection.Where(document.Blocks.ContainsKey)], Group is not null && document.Groups.ContainsKey(Group) ? Group : null);
    }

    private void FollowPeople(string projectId)
    {
        if (projectId == Session.Id)
        {
            PeopleChanged?.Invoke();
        }
    }
}
