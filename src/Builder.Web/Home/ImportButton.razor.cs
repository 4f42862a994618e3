using System.Text.Json;
using Builder.Graph;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Home;

/// <summary>Takes in a project file. The browser sends it by itself; only what becomes of it comes over the circuit.</summary>
public sealed partial class ImportButton : IDisposable
{
    private ElementReference _input;
    private DotNetObjectReference<ImportButton>? _self;
    private bool _busy;
    private double _part;

    /// <summary>Tells which project came in, and at which step it is opened.</summary>
    [Parameter]
    public EventCallback<(string Id, Step Step)> OnImported { get; set; }

    [Inject]
    private ShellScript Script { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <summary>How much has been sent, from 0 to 1.</summary>
    [JSInvokable]
    public void Progress(double part)
    {
        (_busy, _part) = (true, part);
        StateHasChanged();
    }

    /// <summary>The server's answer.</summary>
    [JSInvokable]
    public async Task Answer(int status, string body)
    {
        (_busy, _part) = (false, 0);
        StateHasChanged();
        if (status == StatusCodes.Status200OK && JsonSerializer.Deserialize<Came>(body, JsonSerializerOptions.Web) is { Id: { } id } came)
        {
            await OnImported.InvokeAsync((id, came.IsModel ? Step.Use : Step.Model));
        }
        else
        {
            Toasts.Fail(Reason(body));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _self?.Dispose();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Script.WatchImportAsync(_input, _self);
        }
    }

    // What stands between the browser and the server may answer in its place, with anything.
    private static Localized Reason(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Refusal>(body, JsonSerializerOptions.Web) is { Detail.Length: > 0 } refusal ? Localized.Same(refusal.Detail) : HomeTexts.ImportFailed;
        }
        catch (JsonException)
        {
            return HomeTexts.ImportFailed;
        }
    }

    private sealed record Refusal(string? Detail);

    private sealed record Came(string? Id, bool IsModel = false);
}
