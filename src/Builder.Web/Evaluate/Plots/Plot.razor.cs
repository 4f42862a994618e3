using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Builder.Web.Shell;
using Microsoft.JSInterop;

namespace Builder.Web.Evaluate.Plots;

/// <summary>A plot that the browser draws, with its numbers as a table.</summary>
public sealed partial class Plot : IAsyncDisposable
{
    private ElementReference _surface;
    private IJSObjectReference? _module;
    private IJSObjectReference? _drawn;
    private string? _shown;

    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public required PlotSpec Spec { get; set; }

    /// <summary>Higher than usual.</summary>
    [Parameter]
    public bool Tall { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

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
        try
        {
            if (_drawn is not null)
            {
                await _drawn.InvokeVoidAsync("update", Spec);
                return;
            }

            _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "/assets/plots.js");
            _drawn = await _module.InvokeAsync<IJSObjectReference>("mount", _surface, Spec);
        }
        catch (JSDisconnectedException)
        {
            // The window is gone; there is nothing to draw on.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_drawn is not null)
            {
                await _drawn.InvokeVoidAsync("dispose");
                await _drawn.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The window is gone, and the drawing with it.
        }
    }
}
