using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Builder.Web.Shell;

/// <summary>Renders components as markup, on the server and without a circuit: for a page to fetch, to print or to take away.</summary>
/// <param name="logs">Where faults are told.</param>
public sealed class StaticMarkup(ILoggerFactory logs) : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton<IJSRuntime, NoScript>().BuildServiceProvider();

    /// <summary>The markup of a component.</summary>
    /// <typeparam name="TComponent">The component; it can be given nothing by injection.</typeparam>
    /// <param name="parameters">Its parameters by name.</param>
    public async Task<string> RenderAsync<TComponent>(IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(_services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    /// <summary>There is no browser: whoever calls it is at fault.</summary>
    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            throw new InvalidOperationException($"A static page called the script '{identifier}', but it is rendered without a browser.");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }
}
