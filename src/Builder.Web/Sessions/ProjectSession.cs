using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Web.Hosting.Telemetry;

namespace Builder.Web.Sessions;

/// <summary>An open project. It owns the document: all windows send their commands here, and they are carried out one after the other.</summary>
public sealed class ProjectSession
{
    private readonly ProjectLog _log;
    private readonly DataSchemas _schemas;
    private readonly ProjectSessions _owner;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SessionAnalyzer _analyzer;
    private readonly Lock _subscribing = new();
    private volatile EditQueue _queue;
    private volatile TaskCompletionSource _reopened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<SessionChange>? _changed;
    private Action? _saveStateChanged;
    private volatile SessionState _state;
    private volatile DataKnowledge _data = DataKnowledge.Nothing;
    private StorageException? _failure;
    private int _readings;
    private long _used;

    internal ProjectSession(
        LoadedProject project, string folder, ProjectSessions owner, ProjectLog log, DataSchemas schemas, TimeProvider clock, ILogger logger)
    {
        (Id, Folder, _owner, _log, _schemas, _clock, _logger) = (project.Id, folder, owner, log, schemas, clock, logger);
        _analyzer = new(Id, logger);
        _queue = Queue(project);
        _state = StateOf(_queue.History);
        _used = clock.GetTimestamp();
        Ended = LiveAsync();
    }

    /// <summary>
    /// Raised after every change, when it is durable or has been found to have to wait for room, never on the caller's thread. Whoever
    /// listens keeps the project open.
    /// </summary>
    public event Action<SessionChange>? Changed
    {
        add => Subscribe(() => _changed += value);
        remove => Subscribe(() => _changed -= value);
    }

    /// <summary>Raised when changes cannot be saved, and when they are saved after all.</summary>
    public event Action? SaveStateChanged
    {
        add => Subscribe(() => _saveStateChanged += value);
        remove => Subscribe(() => _saveStateChanged -= value);
    }

    /// <summary>The project's id.</summary>
    public string Id { get; }

    /// <summary>The project's folder: its data files and its runs.</summary>
    public string Folder { get; }

    /// <summary>The document as it is now.</summary>
    public ProjectDocument Document => _state.Document;

    /// <summary>Its revision.</summary>
    public long Revision => _state.Revision;

    /// <summary>All that can be said of it.</summary>
    public GraphAnalysis Analysis => _state.Analysis;

    /// <summary>What the last changes made different, for those who follow them.</summary>
    public ChangeTrail Trail => _analyzer.Trail;

    /// <summary>What is known of its data.</summary>
    public DataSchema Schema => _data.Schema;

    /// <summary>True while data are being read for their shapes.</summary>
    public bool IsReadingData => _data.IsReading(Document);

    /// <summary>True where there is something to take back.</summary>
    public bool CanUndo => _state.CanUndo;

    /// <summary>True where there is something to make again.</summary>
    public bool CanRedo => _state.CanRedo;

    /// <summary>Whether everything is on the disk.</summary>
    public SaveState SaveState =>
        _failure is { } failure ? SessionTexts.Waiting(failure.Words) : _queue.IsSaving ? SessionTexts.Saving : SessionTexts.Saved;

    /// <summary>True where the session takes no more orders.</summary>
    internal bool IsEnding { get; private set; }

    /// <summary>Done when nothing happens in the session any more.</summary>
    internal Task Ended { get; }

    /// <summary>Carries out a command; the answer comes when it is on the disk.</summary>
    public Task<CommandResult> ApplyAsync(Command command, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ServerMetrics.EditAsync(() => OrderAsync(command.Id, command.Actor, history =>
            command.Edit(history.Document) is var edit and not Batch { Edits: [] } ? history.Apply(edit) : null, ct), IsDone);
    }

    /// <summary>Takes the last change back.</summary>
    public Task<CommandResult> UndoAsync(string commandId, string actor, CancellationToken ct = default) =>
        ServerMetrics.EditAsync(() => OrderAsync(commandId, actor, history => history.Undo(), ct), IsDone);

    /// <summary>Makes the change again that was taken back last.</summary>
    public Task<CommandResult> RedoAsync(string commandId, string actor, CancellationToken ct = default) =>
        ServerMetrics.EditAsync(() => OrderAsync(commandId, actor, history => history.Redo(), ct), IsDone);

    /// <summary>Waits until everything that was asked for before is part of the document.</summary>
    public async Task SettleAsync()
    {
        var reached = (await OrderAsync(ShortId.New(), "", _ => null, CancellationToken.None)).Revision;
        var announced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(SessionChange change)
        {
            if (change.Revision >= reached)
            {
                announced.TrySetResult();
            }
        }

        Changed += Look;
        try
        {
            if (Revision < reached && !IsEnding)
            {
                await announced.Task;
            }
        }
        finally
        {
            Changed -= Look;
        }
    }

    /// <summary>Looks at the data files again; done when what was found is known to the session.</summary>
    public async Task RefreshDataAsync()
    {
        var version = Interlocked.Increment(ref _readings);
        var data = Document.Data;
        var readings = await Task.Run(() => _schemas.ReadAsync(Folder, data.Values));
        await InsideAsync(() => Arrived(version, DataKnowledge.Of(data, readings)));
    }

    /// <summary>Ends the session where nobody listens and nothing has happened for a while.</summary>
    internal bool TryRelease(TimeSpan idle)
    {
        lock (_subscribing)
        {
            var isFree = _changed is null && _saveStateChanged is null && _queue.IsIdle && _clock.GetElapsedTime(Volatile.Read(ref _used)) >= idle;
            if (isFree)
            {
                TakeNoMore();
            }

            return isFree;
        }
    }

    /// <summary>Takes no more orders; what is in the queue is still carried out.</summary>
    internal Task End()
    {
        TakeNoMore();
        return Ended;
    }

    private void TakeNoMore()
    {
        lock (_subscribing)
        {
            IsEnding = true;
            _queue.Complete();
        }
    }

    private EditQueue Queue(LoadedProject project) => new(project, _log, _clock, _logger)
    {
        Analyze = c => _analyzer.Analyze(c.After, _data, c.Before, DocumentChange.TakenBackBy(c.Entry.Entry.Inverse)),
        Announce = Announce,
        SavingChanged = SavingChanged,
    };

    private SessionState StateOf(EditHistory history) =>
        new(history.Document, history.Revision, _analyzer.Analyze(history.Document, _data), history.CanUndo, history.CanRedo);

    /// <summary>Where the queue breaks, the project is read anew from its log, and all windows go on with what is saved.</summary>
    private async Task LiveAsync()
    {
        while (!await _queue.Start() && await ReopenAsync())
        {
        }

        IsEnding = true;
        _reopened.TrySetResult();
    }

    /// <returns>False where the session ends instead.</returns>
    private async Task<bool> ReopenAsync()
    {
        try
        {
            var queue = Queue(await _log.LoadAsync(Id));
            lock (_subscribing)
            {
                if (IsEnding)
                {
                    return false;
                }

                _queue = queue;
            }

            var before = _state;
            _state = StateOf(queue.History);
            SavingChanged(null);
            Raise(new(before.Document, _state.Document, _state.Revision, null, _state.Analysis));
            var waiting = _reopened;
            _reopened = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.SetResult();
            Background.Run(RefreshDataAsync(), _logger, "read the data of a project");
            return true;
        }
        catch (Exception error) // The next who opens the project is told why, if it still cannot be read then.
        {
            SessionLog.NotReopened(_logger, Id, error);
            return false;
        }
    }

    private static bool IsDone(CommandResult result) => result.Problem is null;

    private async Task<CommandResult> OrderAsync(string id, string actor, Func<EditHistory, EditResult?> step, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id.Length, LoggedEdit.LongestId);
        Volatile.Write(ref _used, _clock.GetTimestamp());
        var order = new PendingCommand(id, actor, step);
        while (true)
        {
            var reopened = _reopened;
            if (_queue.Add(order) is { } answer)
            {
                return await answer.WaitAsync(ct);
            }

            if (IsEnding)
            {
                // A page may still hold a session that was let go: the project's present one takes over.
                return await (await _owner.OpenAsync(Id, ct)).OrderAsync(id, actor, step, ct);
            }

            await reopened.Task.WaitAsync(ct);
        }
    }

    /// <summary>Does something between two commands.</summary>
    private Task InsideAsync(Action action) => _queue.Add(new(ShortId.New(), "", _ =>
    {
        action();
        return null;
    })) ?? Task.CompletedTask;

    private void Announce(AppliedCommand carried, EditHistory history)
    {
        _state = new(carried.After, carried.Entry.Revision, carried.Analysis, history.CanUndo, history.CanRedo);
        Raise(new(carried.Before, carried.After, carried.Entry.Revision, carried.Entry.CommandId, carried.Analysis));
        if (!ReferenceEquals(carried.Before.Data, carried.After.Data))
        {
            Background.Run(RefreshDataAsync(), _logger, "read the data of a project");
        }
    }

    private void Arrived(int version, DataKnowledge knowledge)
    {
        if (version != Volatile.Read(ref _readings))
        {
            return;
        }

        _data = knowledge;
        _state = _state with { Analysis = _analyzer.Analyze(_state.Document, _data) };
        Raise(new(_state.Document, _state.Document, _state.Revision, null, _state.Analysis));
    }

    private void SavingChanged(StorageException? reason)
    {
        var before = _failure;
        _failure = reason;
        if (before?.Code != reason?.Code)
        {
            Each(_saveStateChanged, listener => listener());
        }
    }

    private void Raise(SessionChange change) => Each(_changed, listener => listener(change));

    private void Each<T>(T? listeners, Action<T> call)
        where T : Delegate => Listeners.Each(listeners, call, error => SessionLog.ListenerFailed(_logger, Id, error));

    private void Subscribe(Action change)
    {
        lock (_subscribing)
        {
            change();
        }
    }

    private sealed record SessionState(ProjectDocument Document, long Revision, GraphAnalysis Analysis, bool CanUndo, bool CanRedo);
}
