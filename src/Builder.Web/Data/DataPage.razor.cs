using Builder.Datasets;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Proposals.Warnings;
using Builder.Storage;
using Builder.Web.Data.Parts;
using Builder.Web.Data.Pictures;
using Builder.Web.Data.Rows;
using Builder.Web.Data.Upload;
using Builder.Web.Instruments.Grids;
using Builder.Web.Layout;
using Builder.Web.Pictures;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data;

/// <summary>The page on which data are brought, looked at and decided about.</summary>
public sealed partial class DataPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    // Taken while the source is whole: what was awaited may go on after the page was left.
    private readonly CancellationToken _left;
    private ProjectSession? _session;
    private DataView? _view;
    private Localized? _missing;
    private Localized? _fault;
    private Localized? _refusal;
    private string? _setId;
    private bool _busy;
    private bool _replacing;
    private bool _isExchanged;
    private int _reading;
    private int _changing;

    /// <summary>The page, before it knows its project.</summary>
    public DataPage() => _left = _leaving.Token;

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    /// <summary>The way to look at the data that was chosen.</summary>
    [SupplyParameterFromQuery(Name = "look")]
    public string? Look { get; set; }

    /// <summary>How the rows are looked at.</summary>
    [SupplyParameterFromQuery(Name = "rows")]
    public string? Rows { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private DataInspections Inspections { get; set; } = null!;

    [Inject]
    private PictureChecks Checks { get; set; } = null!;

    [Inject]
    private ThumbnailQueue Queue { get; set; } = null!;

    [Inject]
    private PageAddress Address { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private ILogger<DataPage> Log { get; set; } = null!;

    [Inject]
    private StepMarks Marks { get; set; } = null!;

    private string[] SetIds => [.. _session?.Document.Data.Keys ?? []];

    /// <summary>The target alone is no model yet.</summary>
    private bool HasModel => _session?.Document.Blocks.Values.Any(b => b.Kind != "Target") == true;

    private bool IsBlocked => _view?.Warnings.Any(w => w.Level == WarningLevel.Blocking) != false;

    private GridView RowsLook => GridView.Parse(Rows);

    private DataSetSchema? Schema => _session?.Schema.DataSets.FirstOrDefault(d => d.Id == _setId);

    /// <summary>The reasons of the proposal, which lie as remarks on the canvas.</summary>
    private string? Why => string.Join("\n\n", (_session?.Document.Notes.Values ?? []).Where(n => n.Id.StartsWith(Proposer.NotePrefix, StringComparison.Ordinal)).Select(n => n.In(Ui.Language)))
        is { Length: > 0 } why ? why : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        if (_session is not null)
        {
            _session.Changed -= OnChanged;
            Checks.Changed -= OnChecked;
        }

        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        try
        {
            _session = await Sessions.OpenAsync(ProjectId, _left);
        }
        catch (StorageException missing)
        {
            _missing = missing.Words;
            return;
        }

        if (_left.IsCancellationRequested)
        {
            return;
        }

        _session.Changed += OnChanged;
        Checks.Changed += OnChecked;
        _setId = SetIds.FirstOrDefault();
        await LoadAsync();
    }

    private void OnChanged(SessionChange change) =>
        Background.Run(InvokeAsync(LoadAsync), Log, "show changed data", DispatchExceptionAsync);

    private void OnChecked(string fingerprint) => Background.Run(InvokeAsync(() => ShowFindings(fingerprint)), Log, "show which pictures cannot be read", DispatchExceptionAsync);

    private void ShowFindings(string fingerprint)
    {
        if (_session is { } session && _view is { } view && view.Inspection.Table.Fingerprint == fingerprint && !_left.IsCancellationRequested)
        {
            _view = view.With(Checks.Of(session.Folder, view.DataSet.Source, fingerprint));
            Mark();
            StateHasChanged();
        }
    }

    private async Task ShowAsync(string id)
    {
        (_setId, _view, _refusal) = (id, null, null);
        await LoadAsync();
    }

    private Task ArrivedAsync(UploadedFile file)
    {
        (_replacing, _fault, _refusal, _setId) = (false, null, null, file.DataSet);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (_session is null || _left.IsCancellationRequested)
        {
            return;
        }

        if (_setId is null || !_session.Document.Data.ContainsKey(_setId))
        {
            _setId = SetIds.FirstOrDefault();
        }

        if (_setId is null)
        {
            (_view, _fault) = (null, null);
            StateHasChanged();
            return;
        }

        await ReadAsync(_session, _session.Document, _session.Document.Data[_setId]);
        StateHasChanged();
    }

    private async Task ReadAsync(ProjectSession session, ProjectDocument document, DataSet dataSet)
    {
        var number = ++_reading;
        try
        {
            var inspection = await Inspections.OfAsync(session.Folder, dataSet.Source, dataSet.Changes, _left);
            var view = await Task.Run(() => DataView.Of(document, dataSet, inspection, KnownCopies(session, dataSet.Source, inspection)).With(Checks.Of(session.Folder, dataSet.Source, inspection.Table.Fingerprint)), _left);
            if (Checks.IsToBeOrdered(session.Folder, dataSet.Source, inspection.Table.Fingerprint))
            {
                Queue.Add(ProjectId, dataSet.Id);
            }

            if (number == _reading && _changing == 0)
            {
                (_view, _fault) = (view, null);
                Mark();
                LookForCopies(session, dataSet.Source, inspection);
            }
        }
        catch (DataException broken) when (number == _reading)
        {
            (_view, _fault, _isExchanged) = (null, broken.Words, broken.Code == DataException.ExchangedFile);
            Marks.Set(ProjectId, Step.Data, new StepMark(MarkKind.Attention, DataTexts.Broken));
        }
        catch (Exception error) when (error is OperationCanceledException or DataException)
        {
            // The page is gone, or shows something newer.
        }
    }

    private void Mark()
    {
        if (IsBlocked)
        {
            Marks.Set(ProjectId, Step.Data, new StepMark(MarkKind.Attention, _view!.Warnings[0].Message));
        }
        else
        {
            Marks.Clear(ProjectId, Step.Data);
        }
    }

    /// <summary>How somebody looks stands in the address: it is there again after a reload.</summary>
    private Task GoAsync(string? look, string? rows) => Address.ReplaceQueryAsync(
        Place.Address(ProjectId, Step.Data), new Dictionary<string, object?> { ["look"] = look, ["rows"] = string.IsNullOrEmpty(rows) ? null : rows });

    private static string Only(RowChanges changes) => (GridView.Plain with { Only = changes.LeftOut.IsEmpty ? RowTable.Corrected : RowTable.LeftOut }).ToString();

    private async Task<Localized?> ChangeRowsAsync(Edit edit)
    {
        var result = await _session!.ApplyAsync(new Command(Guid.NewGuid().ToString("N"), _session.Revision, _ => edit, "data"));
        return result.Problem?.Message.Words;
    }

    private async Task DropChangesAsync()
    {
        var id = _setId!;
        var result = await _session!.ApplyAsync(new Command(
            Guid.NewGuid().ToString("N"), _session.Revision,
            document => document.Data.TryGetValue(id, out var set) ? new SetDataSet(id, set with { Changes = null }) : new Batch([]), "data"));
        _fault = result.Problem?.Message.Words;
        await LoadAsync();
    }

    private Task UseAllAsync() => ApplyAsync(plan => plan with
    {
        Changes = plan.Changes is { } changes && (changes with { LeftOut = RowNumbers.None }) is { IsEmpty: false } others ? others : null,
    });

    private Task ChooseTargetAsync(string column) => ApplyAsync(plan => plan.WithTarget(column));

    private Task ChangeColumnAsync(ColumnChange change) => ApplyAsync(change.In);

    private Task ChangeSplitAsync(Func<SplitChoice, SplitChoice> change) => ApplyAsync(plan => plan with { Split = Fitting(change(plan.Split)) });

    private Task FixAsync(DataFix fix) => _view is { } view && fix.Apply(view.Plan).Source != view.Plan.Source ? RereadAsync(fix.Apply) : ApplyAsync(fix.Apply);

    private Task ReadLikeAsync(TableSource source) => RereadAsync(plan => plan with { Source = source });

    /// <summary>Both shares together always leave half of the rows for learning.</summary>
    private static SplitChoice Fitting(SplitChoice split) => split.Validation + split.Test <= 0.5 ? split
        : split with { Validation = Math.Min(split.Validation, 0.25), Test = Math.Min(split.Test, 0.25) };

    /// <summary>Another way of reading the file may give other columns: what was decided is carried over, as one change.</summary>
    private async Task RereadAsync(Func<DataPlan, DataPlan> change)
    {
        if (_session is not { } session || _view is not { } view)
        {
            return;
        }

        (_refusal, _busy) = (null, true);
        try
        {
            var edit = await view.RereadAsync(change, (source, rows) => Inspections.OfAsync(session.Folder, source, rows, _left), Ui.Language);
            var isCurrent = true;
            var result = await session.ApplyAsync(new Command(
                Guid.NewGuid().ToString("N"), session.Revision, document => edit(document) is { } made ? made : Nothing(out isCurrent), "data"));
            _refusal = result.Problem?.Message.Words ?? (isCurrent ? null : DataTexts.Changed);
        }
        catch (DataException refused)
        {
            _refusal = refused.Words;
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
            return;
        }
        finally
        {
            _busy = false;
        }

        await LoadAsync();
    }

    private static Batch Nothing(out bool isCurrent)
    {
        isCurrent = false;
        return new Batch([]);
    }

    private async Task ApplyAsync(Func<DataPlan, DataPlan> change)
    {
        if (_session is null || _view is not { } view)
        {
            return;
        }

        // Shown at once; what counts is made from the document when the command's turn comes, so that no two changes undo each other.
        _view = view with { Plan = change(view.Plan) };
        (_refusal, _changing) = (null, _changing + 1);
        try
        {
            var language = Ui.Language;
            var result = await _session.ApplyAsync(new Command(
                Guid.NewGuid().ToString("N"), _session.Revision, document => DataView.Change(document, view, change, language), "data"));
            _refusal = result.Problem?.Message.Words;
        }
        finally
        {
            _changing--;
        }

        await LoadAsync();
    }
}
