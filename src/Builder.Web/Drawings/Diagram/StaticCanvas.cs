using Blazor.Diagrams.Components;

namespace Builder.Web.Drawings.Diagram;

/// <summary>
/// The library's canvas without a browser behind it. The library's own calls script when it is taken away, which fails where the page was
/// rendered once and no script has ever run.
/// </summary>
public sealed class StaticCanvas : DiagramCanvas, IAsyncDisposable
{
    // The interface is implemented anew: what it hides is the call. The diagram lives no longer than this, so nothing has to be let go.
    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;
}
