using System.Globalization;
using Builder.Web.Use.Files;
using Microsoft.AspNetCore.Components;
using Builder.Web.Shell.Parts;
using Microsoft.JSInterop;

namespace Builder.Web.Use.Forms;

/// <summary>A sheet to draw on. The browser keeps the strokes and sends the picture by itself after each.</summary>
public sealed partial class DrawingPad : IAsyncDisposable
{
    private ElementReference _canvas;
    private BrowserPart? _pad;
    private DotNetObjectReference<DrawingPad>? _self;
    private string _pen = "20";

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>Called with the file of the drawing after each stroke; null where the sheet is empty.</summary>
    [Parameter]
    public EventCallback<string?> Drawn { get; set; }

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

        _self = DotNetObjectReference.Create(this);
        _pad = new BrowserPart(Js, "/assets/drawing.js");
        await _pad.MountAsync("mount", _canvas, _self, UseFilesEndpoint.UploadUrl(ProjectId, "picture"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_pad is not null)
        {
            await _pad.DisposeAsync();
        }

        _self?.Dispose();
    }

    private async Task CallAsync(string action)
    {
        if (_pad is not null)
        {
            await _pad.CallAsync(action);
        }
    }

    private async Task PenAsync(ChangeEventArgs change)
    {
        _pen = (string)change.Value!;
        if (_pad is not null)
        {
            await _pad.CallAsync("setPen", double.Parse(_pen, CultureInfo.InvariantCulture));
        }
    }
}
