using System.Globalization;
using Builder.Web.Data.Parts;
using Microsoft.AspNetCore.Components;
using Builder.Web.Shell.Parts;
using Microsoft.JSInterop;

namespace Builder.Web.Data.Upload;

/// <summary>
/// A place to drop files onto. The browser sends them by itself and tells this component how far it is; the bytes never pass through
/// the circuit.
/// </summary>
public sealed partial class DropZone : IAsyncDisposable
{
    private ElementReference _element;
    private BrowserPart? _zone;
    private DotNetObjectReference<DropZone>? _self;
    private (string Name, long Size)? _sending;
    private object? _settings;
    private string? _failure;
    private double _share;

    /// <summary>The project that gets the files; null makes a project of them.</summary>
    [Parameter]
    public string? ProjectId { get; set; }

    /// <summary>The data set whose file is replaced; null for a new one.</summary>
    [Parameter]
    public string? Replace { get; set; }

    /// <summary>True for a small zone beside other things.</summary>
    [Parameter]
    public bool Compact { get; set; }

    /// <summary>A file is in its project.</summary>
    [Parameter]
    public EventCallback<UploadedFile> OnArrived { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private UploadLimits Limits { get; set; } = null!;

    private string DataPercent => DataWords.Percent(_share);

    /// <summary>A file is on its way.</summary>
    [JSInvokable]
    public void Began(string name, long size) => Show(() => (_sending, _share, _failure) = ((name, size), 0, null));

    /// <summary>How much of it has arrived, from 0 to 1.</summary>
    [JSInvokable]
    public void Progressed(double share) => Show(() => _share = share);

    /// <summary>All files are in the project.</summary>
    [JSInvokable]
    public Task Arrived(UploadedFile file)
    {
        Show(() => _sending = null);
        return OnArrived.InvokeAsync(file);
    }

    /// <summary>A file was refused, in words; null where the person stopped it.</summary>
    [JSInvokable]
    public void Failed(string? message) => Show(() => (_sending, _failure) = (null, message));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_zone is not null)
        {
            await _zone.DisposeAsync();
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var settings = new { projectId = ProjectId, replace = Replace, limit = Limits.FileBytes, limitWords = Limits.Words, language = Ui.Language };
        if (firstRender)
        {
            _settings = settings;
            _self = DotNetObjectReference.Create(this);
            _zone = new BrowserPart(Js, "./assets/data.js");
            await _zone.MountAsync("attach", _element, _self, settings);
        }
        else if (_zone is { IsMounted: true } && !settings.Equals(_settings))
        {
            _settings = settings;
            await _zone.CallAsync("update", settings);
        }
    }

    private async Task StopAsync()
    {
        if (_zone is not null)
        {
            await _zone.CallAsync("stop");
        }
    }

    private void Show(Action change)
    {
        change();
        StateHasChanged();
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
