using Builder.Web.Drawings.Sheets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Builder.Web.Drawings;

/// <summary>Renders drawings as markup, on the server and without a circuit: for a page to fetch, to print, or to share.</summary>
/// <param name="logs">Where faults are told.</param>
public sealed class DrawingRenderer(ILoggerFactory logs) : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton<IJSRuntime, NoScript>().BuildServiceProvider();

    /// <summary>The markup of a drawing: one element of the class "dw", which needs the style sheets of the browser's part and no script.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="language">"en" or "zh".</param>
    public async Task<string> RenderAsync(Drawing drawing, string language)
    {
        await using var renderer = new HtmlRenderer(_services, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(DrawingView.Drawing)] = drawing,
            [nameof(DrawingView.Language)] = language,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => Trimmed((await renderer.RenderComponentAsync<DrawingView>(parameters)).ToHtmlString()));
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    // What the library asks Blazor to do with events, of which there are none here: a fifth of the letters.
    private static string Trimmed(string markup) => markup
        .Replace(" __internal_stopPropagation_onpointerdown", "", StringComparison.Ordinal)
        .Replace(" __internal_stopPropagation_onpointerup", "", StringComparison.Ordinal)
        .Replace(" __internal_stopPropagation_onwheel", "", StringComparison.Ordinal)
        .Replace(" __internal_preventDefault_onpointermove", "", StringComparison.Ordinal);

    /// <summary>There is no browser: whoever calls it is at fault.</summary>
    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            throw new InvalidOperationException($"A drawing called the script '{identifier}', but it is rendered without a browser.");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }
}
