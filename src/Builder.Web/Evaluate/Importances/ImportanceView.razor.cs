using Builder.Datasets;
using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Protocol.Evaluations;
using Builder.Proposals;
using Builder.Storage;
using Builder.Web.Data;
using Builder.Web.Data.Parts;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Runs.Feed;
using Builder.Web.Sessions;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Importances;

/// <summary>
/// What matters to a model: how far its score falls without each column, which columns tell the same, and which do nothing and can be left out by one press.
/// </summary>
public sealed partial class ImportanceView : IDisposable
{
    private const int MostShown = 12;
    private const int MostSentences = 3;

    // A table of more rows makes a browser slow, and nobody reads it.
    private const int MostExact = 1_000;

    private readonly CancellationTokenSource _leaving = new();
    private FinishedRun? _of;
    private PermutationImportance? _importance;
    private IReadOnlyList<ImportanceRow> _rows = [];
    private IReadOnlyList<string> _idle = [];
    private HashSet<string> _used = [];
    private Localized? _problem;
    private bool _suits;
    private bool _isMeasuring;
    private bool _showsAll;
    private bool _busy;
    private bool _hasLeftOut;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required FinishedRun Run { get; set; }

    [Inject]
    private ImportanceRequests Requests { get; set; } = null!;

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private DataInspections Inspections { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private ILogger<ImportanceView> Log { get; set; } = null!;

    private string? Unit => _importance is { } importance ? Run.Evaluation.Units.GetValueOrDefault(importance.Metric) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Feed.ImportanceMeasured -= Follow;
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Feed.ImportanceMeasured += Follow;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_of != Run)
        {
            (_of, _problem, _showsAll, _hasLeftOut) = (Run, null, false, false);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var run = Run;
        var (suits, importance) = await Task.Run(() => (ImportanceFile.Suits(run), ImportanceFile.Read(run)));
        var used = await UsedAsync();
        if (_of == run && !_leaving.IsCancellationRequested)
        {
            (_suits, _importance, _used, _isMeasuring) = (suits, importance, used, Requests.IsMeasuring(run));
            _rows = importance is null ? [] : ImportanceRow.Of(importance);
            _idle = importance is null ? [] : ImportanceRow.Idle(importance);
        }
    }

    private async Task MeasureAsync()
    {
        (_isMeasuring, _problem) = (true, null);
        StateHasChanged();
        var run = Run;
        var problem = await Requests.MeasureAsync(run);
        if (_of == run)
        {
            _problem = problem;
            await ReadAsync();
        }
    }

    private async Task LeaveOutAsync(IReadOnlyList<string> columns)
    {
        (_busy, _problem) = (true, null);
        try
        {
            var session = await Sessions.OpenAsync(ProjectId, _leaving.Token);
            if (SetOf(session.Document, columns[0]) is not { } set)
            {
                _problem = ImportanceTexts.NotThere;
                return;
            }

            var inspection = await Inspections.OfAsync(session.Folder, set.Source, set.Changes, _leaving.Token);
            var seen = new DataView(set, inspection, DataPlan.Read(set, null, inspection), [], null);
            var change = new ColumnChange(columns, choice => choice with { Use = ColumnUse.Ignored });
            var result = await session.ApplyAsync(
                new Command(Guid.NewGuid().ToString("N"), session.Revision, document => DataView.Change(document, seen, change.In, Ui.Language), "data"), _leaving.Token);
            _problem = result.Problem?.Message.Words;
            _hasLeftOut |= _problem is null;
            if (_problem is null)
            {
                Toasts.Say(ImportanceTexts.Done(columns), new ToastAction(ImportanceTexts.Undo, () => UndoAsync(session)));
            }

            _used = await UsedAsync();
        }
        catch (DataException broken)
        {
            _problem = broken.Words;
        }
        catch (StorageException failure)
        {
            _problem = failure.Words;
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task UndoAsync(ProjectSession session)
    {
        await session.UndoAsync(Guid.NewGuid().ToString("N"), "person");
        Follow(Run.Id);
    }

    // What the project uses now may be less than what the run has learned from.
    private async Task<HashSet<string>> UsedAsync()
    {
        try
        {
            var document = (await Sessions.OpenAsync(ProjectId, _leaving.Token)).Document;
            return [.. document.Data.Values.SelectMany(set => set.Columns).Select(column => column.SourceName)];
        }
        catch (Exception gone) when (gone is StorageException or OperationCanceledException or ObjectDisposedException)
        {
            return [];
        }
    }

    private static Graph.Data.DataSet? SetOf(ProjectDocument document, string column) => document.Data.Values.FirstOrDefault(set => set.Columns.Any(c => c.SourceName == column));

    private string Value(double value) => ImportanceTexts.Value(_importance!, value, Unit);

    private void Follow(string runId)
    {
        if (runId == Run.Id && !_leaving.IsCancellationRequested)
        {
            Background.Run(InvokeAsync(ShowAsync), Log, "show what matters to a model", DispatchExceptionAsync);
        }
    }

    private async Task ShowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }
}
