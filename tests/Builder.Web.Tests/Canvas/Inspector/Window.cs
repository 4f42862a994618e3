using Bunit;
using Builder.Graph.Documents;
using Builder.Web.Canvas;
using Builder.Web.Canvas.Editing;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Tests.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Canvas.Inspector;

/// <summary>A window on a project in which panels of the Model page are drawn.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly SessionsFixture _server = new();
    private readonly BunitContext _context = new();

    private Window() => _context.JSInterop.Mode = JSRuntimeMode.Loose;

    public UiState Ui { get; } = new();

    public ProjectPresence People { get; } = new(NullLogger<ProjectPresence>.Instance);

    public ProjectSession Session { get; private set; } = null!;

    public ModelEditor Editor { get; private set; } = null!;

    public static async Task<Window> OpenAsync(ProjectDocument document, string? data = null)
    {
        var window = new Window();
        window.Session = await window._server.NewAsync(document, data is null ? null : (folder, _) => ReadyProject.FillAsync(data, folder));
        await window.Session.RefreshDataAsync();
        window.Editor = new ModelEditor(window.Session, window.People);
        window._context.Services.AddCanvas();
        return window;
    }

    public IRenderedComponent<T> Draw<T>(Action<ComponentParameterCollectionBuilder<T>>? more = null)
        where T : IComponent => _context.Render<T>(p =>
    {
        p.AddCascadingValue(Ui).TryAdd(nameof(EditorPart.Editor), Editor);
        more?.Invoke(p);
    });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Editor.Dispose();
        await _server.DisposeAsync();
    }
}
