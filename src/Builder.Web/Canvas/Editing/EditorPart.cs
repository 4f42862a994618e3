using Builder.Graph.Documents;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Editing;

/// <summary>A panel of the Model page: drawn anew whenever the document, its analysis or the selection changes.</summary>
public abstract class EditorPart : LocalizedComponent, IDisposable
{
    private ModelEditor? _followed;

    /// <summary>The window's view of the project.</summary>
    [Parameter, EditorRequired]
    public required ModelEditor Editor { get; set; }

    [Inject]
    private ILogger<EditorPart> Log { get; set; } = null!;

    /// <summary>The newest state.</summary>
    protected ModelState State => Editor.State;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the editor.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_followed is { } editor)
        {
            editor.Changed -= Refresh;
            editor.ViewChanged -= Refresh;
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _followed = Editor;
        Editor.Changed += Refresh;
        Editor.ViewChanged += Refresh;
    }

    /// <summary>Called before the panel is drawn anew because something changed.</summary>
    protected virtual void OnEditorChanged()
    {
    }

    /// <summary>The words for a block: its label or its kind's title.</summary>
    protected string NameOf(Block block) => BlockWords.Name(block).In(Ui.Language);

    private void Refresh() => Background.Run(
        InvokeAsync(() =>
        {
            OnEditorChanged();
            StateHasChanged();
        }),
        Log, "show a change of the document", DispatchExceptionAsync);
}
