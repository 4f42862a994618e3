using Builder.Graph.Metrics;
using Builder.Storage.Runs;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Runs.Page;

/// <summary>
/// Progress and curves. The browser draws them straight from the hub; this component only says which runs, and is not rendered again.
/// </summary>
public sealed partial class LiveCurves : IAsyncDisposable
{
    private ElementReference _element;
    private BrowserPart? _view;
    private string _told = "";

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required RunSummary Run { get; set; }

    /// <summary>Runs whose curves lie under its own.</summary>
    [Parameter]
    public IReadOnlyList<RunSummary> Others { get; set; } = [];

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private object Options => new
    {
        runId = Run.Id,
        language = Ui.Language,
        others = Others.Select(o => new { runId = o.Id, name = Ui.T(TrainTexts.NameOf(o)) }),
        scoreNames = MetricCatalog.All.ToDictionary(s => s.Id, s => Ui.T(s.Term)),
        percents = MetricCatalog.All.Where(s => s.Format == MetricFormat.Percent).Select(s => s.Id),
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _view?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _told = What;
            _view = new BrowserPart(Js, "./assets/charts.js");
            await _view.MountAsync("mount", _element, Options);
        }
        else if (_view is { IsMounted: true } && _told != What)
        {
            _told = What;
            await _view.CallAsync("update", Options);
        }
    }

    private string What => string.Join('|', [Ui.Language, Run.Id, .. Others.Select(o => o.Id + o.Name)]);
}
