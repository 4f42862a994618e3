using Builder.Graph;
using Builder.Graph.Problems;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Inspector;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Frame;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas;

/// <summary>The page on which a model is drawn: the canvas, the panel beside it, the problems under it.</summary>
public sealed partial class ModelPage : IDisposable
{
    private bool _broken;
    private bool _problemsOpen;
    private Localized? _missing;

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private ProjectPresence People { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private ModelEditor? Editor { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Editor is { } editor)
        {
            (editor.Refused, editor.TrainWanted) = (null, null);
            editor.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await SessionAccess.TryOpenAsync(Sessions, ProjectId) is not { } session)
        {
            _missing = PageTexts.NotThereText;
            return;
        }

        Editor = new ModelEditor(session, People) { Refused = words => Toasts.Fail(words), TrainWanted = () => _ = InvokeAsync(Train) };
    }

    private void Reload() => Navigation.Refresh(forceReload: true);

    private void Train()
    {
        if (Editor!.State.Analysis.CanTrain)
        {
            Navigation.NavigateTo($"/projects/{Uri.EscapeDataString(ProjectId)}/train?start=true");
            return;
        }

        var errors = Editor.State.Analysis.Problems.Count(p => p.Severity == Severity.Error);
        _problemsOpen = errors > 0;
        Toasts.Warn(errors > 0 ? TrainTexts.NotYet(errors) : TrainTexts.NothingToLearn);
        StateHasChanged();
    }
}
