using Builder.Storage.Runs;
using Builder.Web.Canvas.Bridge;
using Builder.Web.Canvas.Editing;
using Builder.Web.Runs.Feed;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Canvas.Client;

/// <summary>The place of the canvas on the page: an empty element that Blazor never touches again. All else is the canvas client's.</summary>
public sealed partial class CanvasClient : IAsyncDisposable
{
    private const string Module = "./assets/canvas.js";
    private ElementReference _element;
    private bool _isLeft;
    private DotNetObjectReference<CanvasClient>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _island;
    private CanvasBridge? _bridge;
    private RunStatusForwarder? _glow;

    /// <summary>The window's view of the project.</summary>
    [Parameter, EditorRequired]
    public required ModelEditor Editor { get; set; }

    /// <summary>Called where the canvas cannot be shown.</summary>
    [Parameter]
    public EventCallback OnFailed { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private CircuitConnection Line { get; set; } = null!;

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    [Inject]
    private RunStore Runs { get; set; } = null!;

    [Inject]
    private ILogger<CanvasClient> Log { get; set; } = null!;

    /// <summary>Called by the canvas client: one message for each gesture.</summary>
    [JSInvokable]
    public async Task Send(string json)
    {
        if (_bridge is { } bridge)
        {
            await bridge.ReceiveAsync(json);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isLeft = true;
        Line.Restored -= Restore;
        Line.Lost -= Lose;
        _glow?.Dispose();
        if (_bridge is { } bridge)
        {
            _bridge = null;
            await bridge.DisposeAsync();
        }

        await ClearAwayAsync();
        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override bool ShouldRender() => false;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _bridge = new CanvasBridge(Editor, Ui, DeliverAsync, Log);
        _glow = new RunStatusForwarder(Feed, Runs, Editor);
        Line.Restored += Restore;
        Line.Lost += Lose;
        try
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", Module);
            if (_isLeft)
            {
                await ClearAwayAsync();
                return;
            }

            _island = await _module.InvokeAsync<IJSObjectReference>("mount", _element, _self, Options());
            if (_isLeft)
            {
                await ClearAwayAsync();
                return;
            }

            _bridge?.TellEverything();
            await _glow.TellPresentAsync();
        }
        catch (JSException broken)
        {
            CouldNotDeliver(Log, broken.GetType().Name);
            await OnFailed.InvokeAsync();
        }
    }

    // Whoever is in a hurry leaves while the browser still loads the canvas client: then it goes as soon as it is there.
    private async Task ClearAwayAsync()
    {
        try
        {
            if (_island is not null)
            {
                await _island.InvokeVoidAsync("dispose");
                await _island.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The window is gone, and the canvas client with it.
        }
    }

    private Dictionary<string, object?> Options() => new()
    {
        ["projectId"] = Editor.Session.Id,
        ["language"] = Ui.Language,
        ["theme"] = Ui.Theme,
        ["readOnly"] = false,
        ["group"] = Editor.Group,
        ["bulkUrl"] = $"/api/projects/{Uri.EscapeDataString(Editor.Session.Id)}/canvas",
    };

    private void Lose() => Editor.Away();

    private void Restore()
    {
        Editor.Back();
        _bridge?.TellEverything();
    }

    /// <summary>Hands a message over without waiting for the browser: messages leave in order, and a slow browser holds nobody up.</summary>
    private Task DeliverAsync(string json) => InvokeAsync(() => Background.Run(ReceiveAsync(json), Log, "tell the canvas something"));

    private async Task ReceiveAsync(string json)
    {
        try
        {
            if (_island is { } island)
            {
                await island.InvokeVoidAsync("receive", json);
            }
        }
        catch (JSException broken)
        {
            CouldNotDeliver(Log, broken.GetType().Name);
        }
        catch (Exception lost) when (lost is JSDisconnectedException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is gone or the page is being left; once it is back, everything is told anew.
        }
    }

    [LoggerMessage(EventId = 7104, Level = LogLevel.Warning, Message = "A message to the canvas was lost: {Reason}")]
    private static partial void CouldNotDeliver(ILogger log, string reason);
}
