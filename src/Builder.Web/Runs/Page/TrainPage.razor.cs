using System.Collections.Immutable;
using Builder.Graph;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Runs;
using Builder.Storage.Settings;
using Builder.Web.Instruments.Grids;
using Builder.Web.Layout;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>The page on which a model learns. Which run is shown, and which lie under it, stands in the address.</summary>
public sealed partial class TrainPage : IDisposable
{
    // Nothing would leave the address, and with it the table.
    private const string OpenTable = "open";

    private Localized? _missing;
    private ImmutableList<RunSummary> _runs = [];
    private string _device = Devices.Automatic;
    private bool _asked;
    private bool _isStarting;
    private bool _startsWhenRead;
    private bool _canResume;
    private bool _hasDiverged;
    private bool _isLeft;
    private string? _followed;

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    /// <summary>The run that is shown; <see cref="ShownRun"/> says which, where none is named.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    public string? RunId { get; set; }

    /// <summary>Runs whose curves are drawn with it, divided by commas.</summary>
    [SupplyParameterFromQuery(Name = "with")]
    public string? With { get; set; }

    /// <summary>How the table of all runs is looked at; null while it is closed.</summary>
    [SupplyParameterFromQuery(Name = "table")]
    public string? Table { get; set; }

    /// <summary>True where the training shall start at once.</summary>
    [SupplyParameterFromQuery(Name = "start")]
    public bool Start { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private RunStore Store { get; set; } = null!;

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    [Inject]
    private RunSupervisor Supervisor { get; set; } = null!;

    [Inject]
    private SettingsStore Settings { get; set; } = null!;

    [Inject]
    private RunnerPool Spare { get; set; } = null!;

    [Inject]
    private RunTrash Trash { get; set; } = null!;

    [Inject]
    private RunCommands Commands { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private ILogger<TrainPage> Log { get; set; } = null!;

    [Inject]
    private PageAddress Address { get; set; } = null!;

    private ProjectSession? Session { get; set; }

    private List<RunSummary> Shown => [.. _runs.Where(r => !Trash.Hides(r.Id))];

    private RunSummary? Selected => ShownRun.Of(Shown, RunId, _followed);

    private string[] ComparedIds => With?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private List<RunSummary> Compared => [.. Shown.Where(r => ComparedIds.Contains(r.Id) && r.Id != Selected?.Id)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _isLeft = true;
        Feed.StatusChanged -= OnStatus;
        Trash.Changed -= OnTrash;
        if (Session is { } session)
        {
            session.Changed -= OnSession;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        try
        {
            Session = await Sessions.OpenAsync(ProjectId);
        }
        catch (StorageException refused)
        {
            _missing = refused.Words;
            return;
        }

        // Whoever is in a hurry has left meanwhile: nobody would take the page off the lists again.
        if (!_isLeft)
        {
            Session.Changed += OnSession;
            Feed.StatusChanged += OnStatus;
            Trash.Changed += OnTrash;
        }

        _runs = [.. await Store.ListAsync(ProjectId)];
        _device = (await TrainingSettings.ReadAsync(Settings)).Device;
        Background.Run(Task.Run(Spare.Prepare), Log, "keep a runner ready");
        if (Start)
        {
            await StartAsync();
        }
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LookAtEndAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender) => _followed = Selected?.Id;

    private async Task StartAsync()
    {
        _asked = true;
        // A number that was typed a moment before is still on its way into the document: it is meant for this run.
        await (Session?.SettleAsync() ?? Task.CompletedTask);
        _startsWhenRead = Session is { IsReadingData: true, Analysis.CanTrain: false };
        if (Session is not { Analysis.CanTrain: true } session || _isStarting)
        {
            return;
        }

        _isStarting = true;
        try
        {
            // Nothing of a circuit's own waits for the training: supervision has threads of its own.
            var run = await Task.Run(() => Supervisor.StartAsync(new RunOrder(ProjectId, session.Document, session.Revision, _device)));
            Note(run);
            await ShowAsync(run.Id, ComparedIds);
        }
        catch (StorageException refused)
        {
            Toasts.Fail(refused.Words);
        }
        finally
        {
            _isStarting = false;
        }
    }

    private async Task CommandAsync((RunSummary Run, RunCommand Command) wanted)
    {
        if (await Commands.CarryOutAsync(wanted.Run, wanted.Command, Session!) is { } begun)
        {
            Note(begun);
            await ShowAsync(begun.Id, ComparedIds);
        }

        if (wanted.Command == RunCommand.LowerRate)
        {
            await StartAsync();
        }
    }

    private Task SelectAsync(string runId) => ShowAsync(runId, ComparedIds);

    private Task CompareAsync((string RunId, bool IsWanted) choice) =>
        ShowAsync(Selected?.Id, choice.IsWanted ? [.. ComparedIds, choice.RunId] : [.. ComparedIds.Where(id => id != choice.RunId)]);

    private Task ShowAsync(string? runId, string[] with) => ReplaceQueryAsync(new Dictionary<string, object?>
    {
        ["run"] = runId,
        ["with"] = with.Length > 0 ? string.Join(',', with.Distinct()) : null,
        ["start"] = null,
    });

    private Task ShowTableAsync(GridView? view) => ReplaceQueryAsync(new Dictionary<string, object?>
    {
        ["table"] = view is null ? null : view.ToString() is { Length: > 0 } look ? look : OpenTable,
    });

    private Task ReplaceQueryAsync(Dictionary<string, object?> query) => Address.ReplaceQueryAsync(Place.Address(ProjectId, Step.Train), query);

    private void OnSession(SessionChange change) => InBackground(async () =>
    {
        if (_startsWhenRead && !Session!.IsReadingData)
        {
            await StartAsync();
        }
    });

    private void OnTrash(string projectId) => InBackground(() => Task.CompletedTask);

    private void OnStatus(RunSummary run)
    {
        if (run.ProjectId == ProjectId)
        {
            if (run.State.IsOver())
            {
                Background.Run(Task.Run(Spare.Prepare), Log, "keep a runner ready");
            }

            InBackground(async () =>
            {
                Note(run);
                await LookAtEndAsync();
            });
        }
    }

    // What others do reaches the page outside its own turn.
    private void InBackground(Func<Task> change) => Background.Run(
        InvokeAsync(async () =>
        {
            await change();
            StateHasChanged();
        }),
        Log, "show news of a run", DispatchExceptionAsync);

    // News may arrive before the answer to the press that caused them: the newest state of a run counts.
    private void Note(RunSummary run)
    {
        var known = _runs.FindIndex(r => r.Id == run.Id);
        _runs = known < 0 ? _runs.Insert(0, run) : run.State == RunState.Queued && run.Reason is null && _runs[known].State != RunState.Queued && !_runs[known].State.IsOver()
            ? _runs : _runs.SetItem(known, run);
    }

    // What can be done about a run that is over.
    private async Task LookAtEndAsync()
    {
        var run = Selected;
        _canResume = run is not null && Supervisor.CanResume(run);
        var hasDiverged = run?.State.IsOver() == true && (await Feed.OpenAsync(run.Id))?.HasDiverged == true;
        _hasDiverged = run?.Id == Selected?.Id ? hasDiverged : _hasDiverged;
    }
}
