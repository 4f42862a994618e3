using System.Globalization;
using Builder.Web.Shell;
using Builder.Web.Use.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Use.Forms;

/// <summary>A sheet to draw on. The browser keeps the strokes and sends the picture by itself after each.</summary>
public sealed partial class DrawingPad : IAsyncDisposable
{
    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private IJSObjectReference? _pad;
    private DotNetObjectReference<DrawingPad>? _self;
    private string _pen = "20";

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>Called with the file of the drawing after each stroke; null where the sheet is empty.</summary>
    [Parameter]
    public EventCallback<string?> Drawn { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <summary>The browser has sent a drawing.</summary>
    [JSInvokable]
    public Task OnDrawn(string? id) => InvokeAsync(() => Drawn.InvokeAsync(id));

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "/assets/drawing.js");
            _pad = await _module.InvokeAsync<IJSObjectReference>("mount", _canvas, _self, UseFilesEndpoint.UploadUrl(ProjectId, "picture"));
        }
        catch (JSDisconnectedException)
        {
            // The window is gone.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_pad is not null)
            {
                await _pad.InvokeVoidAsync("dispose");
                await _pad.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The window is gone.
        }
    }

    private async Task CallAsync(string action)
    {
        if (_pad is not null)
        {
            await _pad.InvokeVoidAsync(action);
        }
    }

    private async Task PenAsync(ChangeEventArgs change)
    {
        _pen = (string)change.Value!;
        if (_pad is not null)
        {
            await _pad.InvokeVoidAsync("setPen", double.Parse(_pen, CultureInfo.InvariantCulture));
        }
    }
}
