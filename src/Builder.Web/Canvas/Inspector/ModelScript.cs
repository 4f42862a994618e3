using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What the panels of the Model page ask of the browser. A window that is gone is no error: there is nothing left to do in it.</summary>
public sealed class ModelScript(IJSRuntime js) : IAsyncDisposable
{
    private readonly Dictionary<string, Task<IJSObjectReference>> _modules = new(StringComparer.Ordinal);

    /// <summary>Sets a formula into an element.</summary>
    public Task ShowFormulaAsync(ElementReference element, string formula) => TryAsync("formula", module => module.InvokeVoidAsync("show", element, formula));

    /// <summary>Lets the arrow keys walk through a tree.</summary>
    public Task WalkTreeAsync(ElementReference tree) => TryAsync("outline", module => module.InvokeVoidAsync("walk", tree));

    /// <summary>Puts a text on the clipboard; false where the browser does not let us.</summary>
    public async Task<bool> CopyAsync(string text)
    {
        var done = false;
        await TryAsync("outline", async module => done = await module.InvokeAsync<bool>("copy", text));
        return done;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var module in _modules.Values.Where(m => m.IsCompletedSuccessfully))
        {
            try
            {
                await module.Result.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // Gone with its window.
            }
        }
    }

    private async Task TryAsync(string name, Func<IJSObjectReference, ValueTask> call)
    {
        try
        {
            if (!_modules.TryGetValue(name, out var module))
            {
                _modules.Add(name, module = js.InvokeAsync<IJSObjectReference>("import", $"./assets/{name}.js").AsTask());
            }

            await call(await module);
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The window is gone, or the browser lacks something: the page works without it.
        }
    }
}
