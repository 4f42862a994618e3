using System.Threading.Channels;
using Builder.Graph.Analysis;
using Builder.Graph.Edits;
using Builder.Storage;
using Builder.Storage.Projects;

namespace Builder.Web.Sessions;

/// <summary>
/// Carries out what windows ask for, one after the other, and answers when it is on the disk. What waits together is saved together. Where
/// saving fails, the changes are kept and shown, and saving is tried again until it succeeds. An error that nobody foresaw ends it: all who
/// wait are answered, and whoever owns it begins a new one from the log.
/// </summary>
internal sealed class EditQueue
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly Channel<PendingCommand> _orders = Channel.CreateUnbounded<PendingCommand>();
    private readonly List<AppliedCommand> _unsaved = [];
    private readonly EditHistory _history;
    private readonly ProjectLog _log;
    private readonly KnownCommands _known;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly string _project;
    private Task<bool>? _next;
    private Task? _saving;
    private int _announced;
    private int _busy;
    private volatile bool _isSaving;

    public EditQueue(LoadedProject project, ProjectLog log, TimeProvider clock, ILogger logger)
    {
        (_project, _log, _clock, _logger) = (project.Id, log, clock, logger);
        _history = EditHistory.Replay(project.Document, project.Revision, project.Recent.Select(e => e.Entry));
        _known = new KnownCommands(project, log);
    }

    /// <summary>Called for every change in order, on the queue's own thread, when it is saved or has to wait for that.</summary>
    public required Action<AppliedCommand, EditHistory> Announce { get; init; }

    /// <summary>Called when saving fails, with the reason, and when it works again, with null.</summary>
    public required Action<StorageException?> SavingChanged { get; init; }

    /// <summary>Finds out what there is to say of the document after a change, in order and while the disk is busy.</summary>
    public required Func<AppliedCommand, GraphAnalysis> Analyze { get; init; }

    public EditHistory History => _history;

    /// <summary>True where nothing is under way.</summary>
    public bool IsIdle => _orders.Reader.Count == 0 && Volatile.Read(ref _busy) == 0;

    /// <summary>True while changes are not on the disk.</summary>
    public bool IsSaving => _isSaving;

    /// <summary>Starts the queue's thread of work; it ends after <see cref="Complete"/>.</summary>
    /// <returns>True where it came to its end, false where something broke it.</returns>
    public Task<bool> Start() => Task.Run(LiveAsync);

    /// <summary>No more orders; those in the queue are still carried out.</summary>
    public void Complete() => _orders.Writer.TryComplete();

    /// <summary>Adds an order; null where the queue takes no more.</summary>
    public Task<CommandResult>? Add(PendingCommand order) => _orders.Writer.TryWrite(order) ? order.Answer.Task : null;

    private async Task<bool> LiveAsync()
    {
        try
        {
            await RunAsync();
            return true;
        }
        catch (Exception error) // Whatever it is, nobody may wait for ever.
        {
            SessionLog.QueueBroke(_logger, _project, _unsaved is [.., var last] ? last.PendingCommand.CommandId : null, error);
            await BreakAsync();
            return false;
        }
    }

    /// <summary>Takes no more orders and answers all that wait: what reached the disk is done, all else is not.</summary>
    private async Task BreakAsync()
    {
        Complete();
        var isSaved = await IsSavedAsync();
        Answer(c => new(c.Entry.Revision, isSaved ? null : SessionTexts.Broken));
        while (_orders.Reader.TryRead(out var order))
        {
            order.Answer.TrySetResult(new(_history.Revision, SessionTexts.Broken));
        }

        _isSaving = false;
        Volatile.Write(ref _busy, 0);
    }

    private async Task<bool> IsSavedAsync()
    {
        try
        {
            await (_saving ?? Task.FromException(new InvalidOperationException("Nothing was being saved.")));
            return true;
        }
        catch (Exception)
        {
            return false; // The error that broke the queue is the one to log.
        }
    }

    private async Task RunAsync()
    {
        while (await HasWorkAsync())
        {
            Volatile.Write(ref _busy, 1);
            for (var count = 0; count < MostAtOnce && _orders.Reader.TryRead(out var order); count++)
            {
                await CarryAsync(order);
            }

            await SaveAsync();
            Volatile.Write(ref _busy, _unsaved.Count > 0 ? 1 : 0);
        }
    }

    private async Task<bool> HasWorkAsync()
    {
        _next ??= _orders.Reader.WaitToReadAsync().AsTask();
        await (_unsaved.Count == 0 ? (Task)_next : Task.WhenAny(_next, Task.Delay(Retry, _clock)));
        if (!_next.IsCompleted)
        {
            return true;
        }

        var isMore = await _next;
        _next = null;
        return isMore || await LastChanceAsync();
    }

    /// <summary>The server ends while changes wait for room on the disk: one more try.</summary>
    private async Task<bool> LastChanceAsync()
    {
        await SaveAsync();
        _unsaved.ForEach(c => c.PendingCommand.Answer.TrySetCanceled());
        return false;
    }

    private async Task CarryAsync(PendingCommand order)
    {
        try
        {
            if (await _known.FindAsync(order.CommandId) is { } before)
            {
                Background.Run(order.FollowAsync(before), _logger, "answer a repeated command");
                return;
            }

            var document = _history.Document;
            var result = order.Step(_history);
            if (result is not { Succeeded: true })
            {
                order.Answer.TrySetResult(new(_history.Revision, result?.Problem));
                return;
            }

            _known.Add(order.CommandId, order.Answer.Task);
            _unsaved.Add(new(order, document, result.Document, new(_history.Log[^1], order.CommandId, order.Actor, _clock.GetUtcNow())));
        }
        catch (Exception error) // Whatever one command does, the next must have its turn.
        {
            order.Answer.TrySetException(error);
        }
    }

    private async Task SaveAsync()
    {
        if (_unsaved.Count == 0)
        {
            return;
        }

        _isSaving = true;
        _saving = Task.Run(() => _log.AppendAsync(_project, [.. _unsaved.Select(c => c.Entry)], _unsaved[^1].After));
        _unsaved.Skip(_announced).ToList().ForEach(c => c.Analysis = Analyze(c));
        try
        {
            await _saving;
            _isSaving = false;
            AnnounceNew();
            SavingChanged(null);
            Answer(c => new(c.Entry.Revision, null));
        }
        catch (StorageException reason)
        {
            AnnounceNew();
            SavingChanged(reason);
            if (reason.Code == "NoProject")
            {
                _isSaving = false;
                Answer(_ => new(_history.Revision, SessionTexts.CannotBeSaved(reason.Reason)));
            }
        }
    }

    private void AnnounceNew()
    {
        for (; _announced < _unsaved.Count; _announced++)
        {
            Announce(_unsaved[_announced], _history);
        }
    }

    private void Answer(Func<AppliedCommand, CommandResult> answer)
    {
        foreach (var carried in _unsaved)
        {
            carried.PendingCommand.Answer.TrySetResult(answer(carried));
        }

        _unsaved.Clear();
        (_announced, _saving) = (0, null);
    }
}
