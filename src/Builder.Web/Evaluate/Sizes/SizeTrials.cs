using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Proposals;
using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Data;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Page;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Builder.Web.Shell;

namespace Builder.Web.Evaluate.Sizes;

/// <summary>
/// Tries, while a person reads how good a proposed model is, whether another size of it would do better: short trainings in a runner of their own, one ladder at a time,
/// which give way to everything else: as soon as anybody trains they end, and begin anew when nobody does and somebody still looks. What is found is kept in memory alone: where it
/// is lost, nothing is that anybody has waited for.
/// </summary>
public sealed partial class SizeTrials : IDisposable
{
    private const int Kept = 64;
    private const int Threads = 1;

    // On a machine where the largest size needs longer there is no time for a ladder.
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(6);

    private readonly ConcurrentDictionary<string, Ladder> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly ProjectSessions _sessions;
    private readonly DataInspections _inspections;
    private readonly RunSupervisor _supervisor;
    private readonly RunFeed _feed;
    private readonly RunnerOptions _options;
    private readonly ILogger<SizeTrials> _log;

    /// <summary>Makes the place where sizes are tried.</summary>
    public SizeTrials(ProjectSessions sessions, DataInspections inspections, RunSupervisor supervisor, RunFeed feed, RunnerOptions options, ILogger<SizeTrials> log)
    {
        (_sessions, _inspections, _supervisor, _feed, _options, _log) = (sessions, inspections, supervisor, feed, options, log);
        feed.StatusChanged += Follow;
    }

    /// <summary>Raised with a project's id when more is known of its sizes.</summary>
    public event Action<string>? Changed;

    /// <summary>Raised when nobody trains any more: what waits may begin.</summary>
    public event Action? Freed;

    /// <summary>Whether a document holds a model that was proposed: only of such a one it is known how it looks in another size.</summary>
    public static bool IsProposed(ProjectDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Data.Count == 1 && document.Notes.Keys.Any(id => id.StartsWith(Proposer.NotePrefix, StringComparison.Ordinal));
    }

    /// <summary>What is known of the sizes of the model that a run has trained; null where nothing is.</summary>
    public SizeState? Of(string projectId, ProjectDocument trained) =>
        _known.TryGetValue(projectId, out var ladder) && !ChangedSince.IsOther(ladder.Trained, trained) ? ladder.State : null;

    /// <summary>Begins to try sizes, beside the caller; where somebody trains, it waits for another call after that. Nothing happens where they are known already.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="trained">The document of the run.</param>
    /// <param name="language">The language in which it was most likely proposed.</param>
    /// <param name="again">True where a person asks for it, after having stopped it.</param>
    public void Begin(string projectId, ProjectDocument trained, string language, bool again = false)
    {
        if (!IsProposed(trained))
        {
            return;
        }

        Ladder ladder;
        var waits = _supervisor.IsTraining;
        lock (_gate)
        {
            var known = Of(projectId, trained);
            if (!again && known is not null && (waits || known.Phase != SizePhase.Waiting))
            {
                return;
            }

            Forget(projectId);
            if (_known.Count >= Kept)
            {
                _known.Where(k => !k.Value.IsUnderWay).ToList().ForEach(k => Forget(k.Key));
            }

            _known[projectId] = ladder = new(trained, waits);
        }

        if (waits)
        {
            Tell(projectId);
        }
        else
        {
            Background.Run(() => TryAsync(projectId, ladder, language), _log, "try sizes of a model");
        }
    }

    /// <summary>A person has seen enough.</summary>
    public void Stop(string projectId)
    {
        if (_known.TryGetValue(projectId, out var ladder) && !ladder.IsOver)
        {
            // In this order: what ends because of it finds that a person has ended it.
            Set(projectId, ladder, state => state with { Phase = SizePhase.Stopped });
            ladder.Stop.Cancel();
        }
    }

    /// <summary>Draws the model in another size, with what was found out among its reasons.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="trained">The document of the run.</param>
    /// <param name="choice">The size, and why.</param>
    /// <param name="language">Language of the names and remarks that become part of the document.</param>
    /// <returns>Why it was not done; null where it is drawn and saved.</returns>
    /// <exception cref="DataException">The data cannot be used any more.</exception>
    /// <exception cref="Builder.Storage.StorageException">There is no such project.</exception>
    public async Task<Localized?> UseAsync(string projectId, ProjectDocument trained, SizeChoice choice, string language)
    {
        var session = await _sessions.OpenAsync(projectId);
        var document = session.Document;
        if (ChangedSince.IsOther(trained, document))
        {
            return SizeTexts.ModelChanged;
        }

        var (inspection, plan) = await ReadAsync(session.Folder, document, CancellationToken.None);
        var proposal = await Task.Run(() => Proposer.ProposeSize(inspection, plan, session.Folder, document, choice, language));
        var isCurrent = true;
        var result = await session.ApplyAsync(new Command(Guid.NewGuid().ToString("N"), session.Revision, now =>
        {
            isCurrent = ReferenceEquals(now, document);
            return isCurrent ? proposal.Edit : new Batch([]);
        }, "sizes"));
        return result.Problem?.Message.Words ?? (isCurrent ? null : SizeTexts.ModelChanged);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _feed.StatusChanged -= Follow;
        foreach (var ladder in _known.Values)
        {
            ladder.Stop.Cancel();
        }
    }

    private static JsonElement Json(ProjectDocument document) => JsonSerializer.Deserialize<JsonElement>(ProjectJson.Write(document));

    private async Task TryAsync(string projectId, Ladder ladder, string language)
    {
        var stop = ladder.Stop.Token;
        try
        {
            await _turn.WaitAsync(stop);
            try
            {
                await TryInTurnAsync(projectId, ladder, language, stop);
                Set(projectId, ladder, state => state.AtEnd());
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception none) when (none is DataException or RunnerMissingException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            // Nobody has asked for it: where it cannot be done, nothing is missing, and whoever trains is told why that is not possible.
            LogNotTried(_log, projectId, none);
        }
        finally
        {
            // However it ended, nothing more is on its way.
            Set(projectId, ladder, state => state with { Phase = SizePhase.Nothing });
        }
    }

    private async Task TryInTurnAsync(string projectId, Ladder ladder, string language, CancellationToken stop)
    {
        var folder = _sessions.FolderOf(projectId);
        var (inspection, plan) = await ReadAsync(folder, ladder.Trained, stop);
        var (drawn, trials) = await Task.Run(() => Plan(inspection, plan, folder, ladder.Trained, language, stop), stop);
        if (trials.IsEmpty)
        {
            return;
        }

        Set(projectId, ladder, state => state with { Phase = SizePhase.Trying, Drawn = drawn, Trials = trials });
        await using var runner = RunnerProcess.Start(_options.Program, happened => Take(projectId, ladder, happened), _options.Surroundings);
        if (await runner.SendAsync(new RunnerCommand.Compare(folder, [.. trials.Select(t => Json(t.Document))], s_longest.TotalSeconds, Threads)))
        {
            await runner.Ended.WaitAsync(s_patience, stop);
        }
    }

    private async Task<(SourceInspection Inspection, DataPlan Plan)> ReadAsync(string folder, ProjectDocument document, CancellationToken ct)
    {
        var set = document.Data.Values.First();
        var inspection = await _inspections.OfAsync(folder, set.Source, set.Changes, ct);
        var target = TargetBlock.Find(document, set.Id) is { } block ? TargetBlock.Column(block) : null;
        return (inspection, DataPlan.Read(set, target, inspection));
    }

    // A proposal writes some names into the document in the language of whoever asked for it.
    private static (ModelSize Drawn, ImmutableArray<SizeTrial> Trials) Plan(
        SourceInspection inspection, DataPlan plan, string folder, ProjectDocument trained, string language, CancellationToken ct)
    {
        foreach (var spoken in new[] { language, language == UiState.Chinese ? UiState.English : UiState.Chinese })
        {
            var sizes = Proposer.ProposeSizes(inspection, plan, folder, trained, spoken, ct);
            if (sizes.FirstOrDefault(s => !ChangedSince.IsOther(trained, s.Proposal.Document)) is { } drawn)
            {
                return (drawn.Size, SizeLadder.Trials(sizes, drawn.Size));
            }
        }

        return (ModelSize.Middle, []);
    }

    private void Take(string projectId, Ladder ladder, RunEvent happened)
    {
        if (happened is RunEvent.TrialDone done)
        {
            Set(projectId, ladder, state => state.With(done));
        }
    }

    private void Follow(RunSummary run)
    {
        if (!run.State.IsOver())
        {
            GiveWay();
        }
        else if (!_supervisor.IsTraining)
        {
            Listeners.Each(Freed, listener => listener(), error => LogListener(_log, run.ProjectId, error));
        }
    }

    // Whoever trains needs the processor more.
    private void GiveWay()
    {
        foreach (var (projectId, ladder) in _known.Where(k => k.Value.IsUnderWay))
        {
            ladder.Stop.Cancel();
            if (_known.TryUpdate(projectId, new(ladder.Trained, waits: true), ladder))
            {
                Tell(projectId);
            }
        }
    }

    private void Forget(string projectId)
    {
        if (_known.TryRemove(projectId, out var before))
        {
            before.Stop.Cancel();
        }
    }

    // What was stopped stays so, whatever is still on its way.
    private void Set(string projectId, Ladder ladder, Func<SizeState, SizeState> change)
    {
        lock (_gate)
        {
            if (ladder.IsOver)
            {
                return;
            }

            ladder.State = change(ladder.State);
        }

        Tell(projectId);
    }

    private void Tell(string projectId) => Listeners.Each(Changed, listener => listener(projectId), error => LogListener(_log, projectId, error));

    [LoggerMessage(EventId = 9001, Level = LogLevel.Information, Message = "Sizes of the model of project {ProjectId} could not be tried.")]
    private static partial void LogNotTried(ILogger log, string projectId, Exception exception);

    [LoggerMessage(EventId = 9002, Level = LogLevel.Error, Message = "A listener to the sizes of project {ProjectId} failed.")]
    private static partial void LogListener(ILogger log, string projectId, Exception exception);
}
