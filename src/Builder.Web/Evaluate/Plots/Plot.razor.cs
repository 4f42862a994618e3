using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Builder.Web.Shell.Parts;
using Microsoft.JSInterop;

namespace Builder.Web.Evaluate.Plots;

/// <summary>A plot that the browser draws, with its numbers as a table.</summary>
public sealed partial class Plot : IAsyncDisposable
{
    private ElementReference _surface;
    private BrowserPart? _drawn;
    private string? _shown;

    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public required PlotSpec Spec { get; set; }

    /// <summary>Higher than usual.</summary>
    [Parameter]
    public bool Tall { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var wanted = JsonSerializer.Serialize(Spec);
        if (wanted == _shown)
        {
            return;
        }

        _shown = wanted;
        if (_drawn is not null)
        {
            await _drawn.CallAsync("update", Spec);
            return;
        }

        _drawn = new BrowserPart(Js, "/assets/plots.js");
        await _drawn.MountAsync("mount", _surface, Spec);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _drawn?.DisposeAsync() ?? ValueTask.CompletedTask;
}
