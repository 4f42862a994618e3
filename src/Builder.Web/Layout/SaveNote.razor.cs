using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Layout;

/// <summary>Says whether every change is on the disk, and what stands in the way where it is not.</summary>
public sealed partial class SaveNote : IDisposable
{
    private static readonly SaveState Nothing = new(SavePhase.Saved, FrameTexts.Saved);

    /// <summary>The open project.</summary>
    [Parameter, EditorRequired]
    public required ProjectSession? Session { get; set; }

    [Inject]
    private ILogger<SaveNote> Log { get; set; } = null!;

    private ProjectSession? Watched { get; set; }

    private SaveState State => Session?.SaveState ?? Nothing;

    /// <inheritdoc/>
    public void Dispose() => Watch(null);

    /// <inheritdoc/>
    protected override void OnParametersSet() => Watch(Session);

    private void Watch(ProjectSession? session)
    {
        if (ReferenceEquals(Watched, session))
        {
            return;
        }

        if (Watched is not null)
        {
            Watched.SaveStateChanged -= Refresh;
        }

        Watched = session;
        if (session is not null)
        {
            session.SaveStateChanged += Refresh;
        }
    }

    private void Refresh() => Background.Run(InvokeAsync(StateHasChanged), Log, "show whether all is saved");
}
