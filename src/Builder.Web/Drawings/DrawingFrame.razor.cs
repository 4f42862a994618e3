using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Drawings;

/// <summary>The place of a drawing on a page. The browser fetches the drawing itself, so that it costs the circuit neither memory nor messages.</summary>
public sealed partial class DrawingFrame : IAsyncDisposable
{
    private const string Module = "./assets/sheets.js";

    private ElementReference _element;
    private BrowserPart? _part;
    private string? _shown;

    /// <summary>The address of the drawing; see <see cref="DrawingEndpoint.AddressOf"/>.</summary>
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    /// <summary>Drawings of the same name on a page are scrolled and zoomed together.</summary>
    [Parameter]
    public string? Together { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _part?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_shown == Address)
        {
            return;
        }

        var asked = _shown = Address;
        if (!firstRender)
        {
            await _part!.CallAsync("show", asked);
            return;
        }

        _part = new(Js, Module);
        await _part.MountAsync("mount", _element, asked);
        if (Address != asked)
        {
            // Chosen while the script was loading.
            await _part.CallAsync("show", Address);
        }
    }
}
