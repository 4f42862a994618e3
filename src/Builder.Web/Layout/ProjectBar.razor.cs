using Builder.Graph.Problems;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Builder.Web.Layout;

/// <summary>The open project's part of the frame: its name, its steps, undo and redo, and that it is saved.</summary>
public sealed partial class ProjectBar : IDisposable
{
    private static readonly Step[] Walk = [Step.Data, Step.Model, Step.Train, Step.Evaluate, Step.Use];

    private ProjectSession? _session;
    private Place _place = new(null, null);

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private StepMarks Marks { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private ILogger<ProjectBar> Log { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        Marks.Changed -= Marked;
        if (_session is not null)
        {
            _session.Changed -= Edited;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _place = Place.Of(Navigation);
        Navigation.LocationChanged += Moved;
        Marks.Changed += Marked;
        _session = await SessionAccess.TryOpenAsync(Sessions, ProjectId);
        if (_session is not null)
        {
            _session.Changed += Edited;
        }
    }

    private StepMark? MarkOf(Step step) => Marks.Of(ProjectId, step) ?? step switch
    {
        Step.Data when _session?.Document.Data.Count > 0 => new(MarkKind.Done, FrameTexts.DataThere),
        Step.Model when _session is not null => ModelMark(_session),
        _ => null,
    };

    private static StepMark? ModelMark(ProjectSession session)
    {
        var errors = session.Analysis.Problems.Count(p => p.Severity == Severity.Error);
        return errors > 0 ? new(MarkKind.Attention, FrameTexts.Problems(errors))
            : session.Analysis.CanTrain ? new(MarkKind.Done, FrameTexts.ModelReady) : null;
    }

    private Task Undo() => Carry(session => session.UndoAsync(Guid.NewGuid().ToString("N"), "person"));

    private Task Redo() => Carry(session => session.RedoAsync(Guid.NewGuid().ToString("N"), "person"));

    private async Task Carry(Func<ProjectSession, Task<CommandResult>> step)
    {
        if (_session is not null && (await step(_session)).Problem is { } problem)
        {
            Toasts.Fail(problem.Message.Words);
        }
    }

    private void Edited(SessionChange change) => Refresh();

    private void Marked(string projectId)
    {
        if (projectId == ProjectId)
        {
            Refresh();
        }
    }

    private void Moved(object? sender, LocationChangedEventArgs e) => Background.Run(
        InvokeAsync(() =>
        {
            _place = Place.Of(Navigation);
            StateHasChanged();
        }),
        Log, "show another step");

    private void Refresh() => Background.Run(InvokeAsync(StateHasChanged), Log, "show the steps anew");
}
