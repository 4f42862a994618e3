using Microsoft.JSInterop;

namespace Builder.Web.Instruments;

/// <summary>
/// What the parts of one window share: MudBlazor's script and sheet, which only pages that show such a part load. One for each circuit.
/// </summary>
/// <param name="js">The browser.</param>
public sealed class Workbench(IJSRuntime js)
{
    private const string Script = "./_content/MudBlazor/MudBlazor.min.js";

    private Task? _loading;
    private int _users;

    /// <summary>True while a part is on the page.</summary>
    public bool IsUsed => _users > 0;

    /// <summary>True as soon as a part can be drawn.</summary>
    public bool IsReady => _loading is { IsCompletedSuccessfully: true };

    /// <summary>Raised when the first part comes, the last one goes, or all is loaded.</summary>
    public event Action? Changed;

    /// <summary>Notes that a part is on the page; to be given back with <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (++_users == 1)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Notes that a part is gone.</summary>
    public void Leave()
    {
        if (--_users == 0)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Loads the script, once. A window that is gone is no error.</summary>
    public async Task LoadAsync()
    {
        try
        {
            await (_loading ??= ImportAsync());
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // Nobody is left to look at it.
            return;
        }
        catch (JSException)
        {
            _loading = null;
            throw;
        }

        Changed?.Invoke();
    }

    private async Task ImportAsync()
    {
        var module = await js.InvokeAsync<IJSObjectReference?>("import", Script);
        if (module is not null)
        {
            await module.DisposeAsync();
        }
    }
}
