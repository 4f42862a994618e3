using Microsoft.JSInterop;

namespace Builder.Web.Shell.Parts;

/// <summary>
/// A part of a page that a script draws into an element: it is loaded, mounted, told, and taken away again, however early the person
/// leaves the page. Without that, an element that is gone before its script arrives would look like a fault of the next page.
/// </summary>
/// <param name="js">The browser.</param>
/// <param name="module">Address of the script.</param>
public sealed class BrowserPart(IJSRuntime js, string module) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _mounted;
    private bool _left;

    /// <summary>True as soon as the part is on the page.</summary>
    public bool IsMounted => _mounted is not null;

    /// <summary>Loads the script and puts the part on the page.</summary>
    /// <param name="function">The script's function that makes it.</param>
    /// <param name="arguments">What that function gets, the element first.</param>
    /// <exception cref="JSException">The script has failed.</exception>
    public async Task MountAsync(string function, params object?[] arguments)
    {
        await GuardAsync(async () =>
        {
            _module ??= await js.InvokeAsync<IJSObjectReference>("import", module);
            _mounted = await _module.InvokeAsync<IJSObjectReference>(function, arguments);
        });
        if (_left)
        {
            await ReleaseAsync();
        }
    }

    /// <summary>Calls the part; nothing happens where it is not on the page.</summary>
    /// <exception cref="JSException">The script has failed.</exception>
    public Task CallAsync(string function, params object?[] arguments) =>
        _mounted is { } part ? GuardAsync(() => part.InvokeVoidAsync(function, arguments).AsTask()) : Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _left = true;
        await ReleaseAsync();
    }

    private Task ReleaseAsync() => GuardAsync(async () =>
    {
        var (part, script) = (_mounted, _module);
        (_mounted, _module) = (null, null);
        if (part is not null)
        {
            await part.InvokeVoidAsync("dispose");
            await part.DisposeAsync();
        }

        if (script is not null)
        {
            await script.DisposeAsync();
        }
    });

    private async Task GuardAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException || (_left && gone is JSException))
        {
            // The window is gone, or the element is.
        }
    }
}
