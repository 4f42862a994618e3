using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Shell;

/// <summary>What the frame asks of the browser. A window that is gone is no error: there is nothing left to do in it.</summary>
public sealed class ShellScript(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Shows a theme and keeps it for the next visit.</summary>
    public Task ShowThemeAsync(string theme) => Call("showTheme", theme);

    /// <summary>Tells the browser the page's language and keeps it for the next visit.</summary>
    public Task ShowLanguageAsync(string language) => Call("showLanguage", language);

    /// <summary>Opens or closes a dialog.</summary>
    public Task ShowDialogAsync(ElementReference dialog, bool open) => Call("showDialog", dialog, open);

    /// <summary>Puts the focus on an element and marks its text.</summary>
    public Task SelectAsync(ElementReference element) => Call("select", element);

    /// <summary>Puts what stands in a field into the clipboard.</summary>
    public Task CopyAsync(ElementReference field) => Call("copy", field);

    /// <summary>Fetches a file for the person to keep.</summary>
    public Task DownloadAsync(string address) => Call("download", address);

    /// <summary>Goes to an address, if the browser still shows the page that asks for it.</summary>
    public Task MoveOnAsync(string page, string target, bool replace) => Call("moveOn", page, target, replace);

    /// <summary>Sends a project file as soon as the person has chosen one, and reports to <paramref name="receiver"/>.</summary>
    public Task WatchImportAsync<T>(ElementReference input, DotNetObjectReference<T> receiver)
        where T : class => Call("watchImport", input, receiver);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
        {
            try
            {
                await _module.Result.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // Gone with its window.
            }
        }
    }

    private async Task Call(string name, params object?[] arguments)
    {
        try
        {
            var module = await (_module ??= js.InvokeAsync<IJSObjectReference>("import", "./assets/shell.js").AsTask());
            await module.InvokeVoidAsync(name, arguments);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The window is gone, or the part that asked.
        }
    }
}
