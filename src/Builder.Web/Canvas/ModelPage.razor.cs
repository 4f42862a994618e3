using Builder.Graph.Problems;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Inspector;
using Builder.Web.Runners;
using Builder.Web.Sessions;
using Builder.Web.Layout;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas;

/// <summary>The page on which a model is drawn: the canvas, the panel beside it, the problems under it.</summary>
public sealed partial class ModelPage : IDisposable
{
    /// <summary>The canvas appears before a runner is started for it.</summary>
    private static readonly TimeSpan s_afterOpening = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _left = new();
    private bool _broken;
    private bool _problemsOpen;
    private bool _isMissing;

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private ProjectPresence People { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private ILogger<ModelPage> Log { get; set; } = null!;

    [Inject]
    private RunnerPool Spare { get; set; } = null!;

    private ModelEditor? Editor { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        if (Editor is { } editor)
        {
            editor.Changed -= KeepRunnerReady;
            (editor.Refused, editor.TrainWanted) = (null, null);
            editor.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await SessionAccess.TryOpenAsync(Sessions, ProjectId) is not { } session)
        {
            _isMissing = true;
            return;
        }

        if (_left.IsCancellationRequested)
        {
            // Whoever is in a hurry has gone to another step meanwhile; nobody would close what is opened now.
            return;
        }

        Editor = new ModelEditor(session, People) { Refused = words => Toasts.Fail(words), TrainWanted = WantTrain };
        Editor.Changed += KeepRunnerReady;
        Background.Run(ReadyRunnerAsync(_left.Token), Log, "keep a runner ready");
    }

    /// <summary>Whoever draws a model will train it: a runner that has loaded its library lets the first curve move at once.</summary>
    private async Task ReadyRunnerAsync(CancellationToken left)
    {
        try
        {
            await Task.Delay(s_afterOpening, left);
            KeepRunnerReady();
        }
        catch (OperationCanceledException)
        {
            // The page was left again at once.
        }
    }

    private void KeepRunnerReady()
    {
        if (Editor is { State.Analysis.CanTrain: true })
        {
            Background.Run(Task.Run(Spare.Prepare), Log, "keep a runner ready");
        }
    }

    private void WantTrain() => Background.Run(InvokeAsync(Train), Log, "go to the training", DispatchExceptionAsync);

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
        Toasts.Warn(errors > 0 ? TrainPanelTexts.NotYet(errors) : TrainPanelTexts.NothingToLearn);
        StateHasChanged();
    }
}
