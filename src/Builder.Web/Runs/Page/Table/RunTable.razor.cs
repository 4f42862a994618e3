using Builder.Storage.Runs;
using Builder.Web.Instruments.Grids;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page.Table;

/// <summary>All runs of a project with their settings and scores: to sort, filter, group and compare.</summary>
public sealed partial class RunTable : IDisposable
{
    /// <summary>More curves than this tell nothing.</summary>
    private const int MostCompared = 8;

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyDictionary<string, RunFacts> _facts = new Dictionary<string, RunFacts>();
    private IReadOnlyList<GridColumn<RunLine>> _all = [];
    private IReadOnlyList<GridColumn<RunLine>> _shown = [];
    private IReadOnlyList<RunLine> _rows = [];
    private Func<RunLine, string>? _groupOf;

    /// <summary>The runs.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RunSummary> Runs { get; set; }

    /// <summary>The one that is looked at.</summary>
    [Parameter]
    public string? SelectedId { get; set; }

    /// <summary>Those whose curves lie under it.</summary>
    [Parameter]
    public IReadOnlyList<string> ComparedIds { get; set; } = [];

    /// <summary>How the person looks at the table.</summary>
    [Parameter, EditorRequired]
    public required GridView View { get; set; }

    /// <summary>The person wants to look otherwise.</summary>
    [Parameter]
    public EventCallback<GridView> ViewChanged { get; set; }

    /// <summary>Looks at another run.</summary>
    [Parameter]
    public EventCallback<string> OnSelect { get; set; }

    /// <summary>Draws another one's curves, or no longer.</summary>
    [Parameter]
    public EventCallback<(string RunId, bool IsWanted)> OnCompare { get; set; }

    /// <summary>Draws the curves of exactly these.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<string>> OnCompareAll { get; set; }

    /// <summary>The person wants the table away.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    private RunFactsReader Facts { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Arrange();
        if (Runs.All(r => _facts.ContainsKey(r.Id)))
        {
            return;
        }

        try
        {
            string[] ids = [.. Runs.Select(r => r.Id)];
            _facts = await Task.Run(() => Facts.OfAsync(ids, _leaving.Token), _leaving.Token);
            Arrange();
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private void Arrange()
    {
        RunLine[] lines = [.. Runs.Select(run => new RunLine(run, _facts.GetValueOrDefault(run.Id)))];
        _all = RunColumns.Of(lines, Ui, Clock.GetLocalNow().DateTime, NameOf, StateOf);
        string[] names = View.Shown.IsEmpty ? [.. RunColumns.Shown(_all)] : [.. View.Shown];
        _shown = [.. _all.Where(c => names.Contains(c.Id))];
        _rows = GridRows.Of(lines, _all, View);
        var group = _all.FirstOrDefault(c => c.Id == View.Group && c.CanGroup);
        _groupOf = group is null ? null : line => group.TextOf(line) ?? "–";
    }

    private Task ChangeAsync(GridView view) => ViewChanged.InvokeAsync(view);
}
