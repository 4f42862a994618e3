using Builder.Datasets;
using Builder.Graph.Documents;
using Builder.Protocol.Evaluations;
using Builder.Proposals;
using Builder.Storage;
using Builder.Web.Data;
using Builder.Web.Data.Parts;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Sessions;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Importances;

/// <summary>What is known of what matters to a model.</summary>
/// <param name="Suits">Whether it is a model of columns at all.</param>
/// <param name="Importance">What was measured; null for nothing.</param>
/// <param name="Used">The columns that the project uses now.</param>
public sealed record KnownImportance(bool Suits, PermutationImportance? Importance, IReadOnlySet<string> Used);

/// <summary>
/// What matters to a model: how far its score falls without each column, which columns tell the same, and which do nothing and can be left out by one press.
/// </summary>
public sealed partial class ImportanceView
{
    private const int MostShown = 12;
    private const int MostSentences = 3;

    // A table of more rows makes a browser slow, and nobody reads it.
    private const int MostExact = 1_000;

    private PermutationImportance? _importance;
    private IReadOnlyList<ImportanceRow> _rows = [];
    private IReadOnlyList<string> _idle = [];
    private IReadOnlySet<string> _used = new HashSet<string>();
    private bool _suits;
    private bool _showsAll;
    private bool _busy;
    private bool _hasLeftOut;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private DataInspections Inspections { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private string? Unit => _importance is { } importance ? Run.Evaluation.Units.GetValueOrDefault(importance.Metric) : null;

    /// <inheritdoc/>
    protected override void Forget() => (_showsAll, _hasLeftOut) = (false, false);

    /// <inheritdoc/>
    protected override async Task<KnownImportance> ReadAsync(FinishedRun run)
    {
        var (suits, importance) = await Task.Run(() => (ImportanceFile.Suits(run), ImportanceFile.Read(run)));
        return new(suits, importance, await UsedAsync());
    }

    /// <inheritdoc/>
    protected override Task TakeAsync(KnownImportance known)
    {
        (_suits, _importance, _used) = (known.Suits, known.Importance, known.Used);
        _rows = known.Importance is { } measured ? ImportanceRow.Of(measured) : [];
        _idle = known.Importance is { } told ? ImportanceRow.Idle(told) : [];
        return Task.CompletedTask;
    }

    private async Task LeaveOutAsync(IReadOnlyList<string> columns)
    {
        (_busy, Problem) = (true, null);
        try
        {
            var session = await Sessions.OpenAsync(ProjectId, Leaving);
            if (SetOf(session.Document, columns[0]) is not { } set)
            {
                Problem = ImportanceTexts.NotThere;
                return;
            }

            var inspection = await Inspections.OfAsync(session.Folder, set.Source, set.Changes, Leaving);
            var seen = new DataView(set, inspection, DataPlan.Read(set, null, inspection), [], null);
            var change = new ColumnChange(columns, choice => choice with { Use = ColumnUse.Ignored });
            var result = await session.ApplyAsync(
                new Command(Guid.NewGuid().ToString("N"), session.Revision, document => DataView.Change(document, seen, change.In, Ui.Language), "data"), Leaving);
            Problem = result.Problem?.Message.Words;
            _hasLeftOut |= Problem is null;
            if (Problem is null)
            {
                Toasts.Say(ImportanceTexts.Done(columns), new ToastAction(ImportanceTexts.Undo, () => UndoAsync(session)));
            }

            _used = await UsedAsync();
        }
        catch (DataException broken)
        {
            Problem = broken.Words;
        }
        catch (StorageException failure)
        {
            Problem = failure.Words;
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
    private async Task<IReadOnlySet<string>> UsedAsync()
    {
        try
        {
            var document = (await Sessions.OpenAsync(ProjectId, Leaving)).Document;
            return document.Data.Values.SelectMany(set => set.Columns).Select(column => column.SourceName).ToHashSet();
        }
        catch (Exception gone) when (gone is StorageException or OperationCanceledException)
        {
            return new HashSet<string>();
        }
    }

    private static Graph.Data.DataSet? SetOf(ProjectDocument document, string column) => document.Data.Values.FirstOrDefault(set => set.Columns.Any(c => c.SourceName == column));

    private string Value(double value) => ImportanceTexts.Value(_importance!, value, Unit);
}
