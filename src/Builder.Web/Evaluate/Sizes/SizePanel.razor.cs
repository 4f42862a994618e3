using Builder.Datasets;
using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Proposals;
using Builder.Storage;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Verdicts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sizes;

/// <summary>Says whether another size of a proposed model would do better, and has it tried while the person reads on.</summary>
public sealed partial class SizePanel : IDisposable
{
    private ProjectDocument? _trained;
    private SizeFinding _told = SizeFinding.None;
    private string? _of;
    private Localized? _problem;
    private bool _isDrawing;
    private bool _isLeft;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The run that is shown.</summary>
    [Parameter, EditorRequired]
    public required FinishedRun Run { get; set; }

    /// <summary>Told what was found out about other sizes of the run's model.</summary>
    [Parameter]
    public EventCallback<SizeFinding> OnFound { get; set; }

    [Inject]
    private SizeTrials Trials { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<SizePanel> Log { get; set; } = null!;

    private SizeState? State => _trained is { } trained ? Trials.Of(ProjectId, trained) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _isLeft = true;
        Trials.Changed -= OnChanged;
        Trials.Freed -= OnFreed;
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Trials.Changed += OnChanged;
        Trials.Freed += OnFreed;
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_of == Run.Id)
        {
            return;
        }

        (_of, _trained, _problem, _told) = (Run.Id, null, null, SizeFinding.None);
        var run = Run;
        var trained = await Task.Run(run.ReadDocument);
        if (_of == run.Id && !_isLeft && trained is not null)
        {
            _trained = trained;
            Trials.Begin(ProjectId, trained, Ui.Language);
            await TellAsync();
        }
    }

    private void TryAgain() => Trials.Begin(ProjectId, _trained!, Ui.Language, again: true);

    private async Task UseAsync(SizeState state, ModelSize size)
    {
        (_isDrawing, _problem) = (true, null);
        try
        {
            _problem = await Trials.UseAsync(ProjectId, _trained!, new(size, SizeTexts.Why(state)), Ui.Language);
        }
        catch (Exception refused) when (refused is DataException or StorageException)
        {
            _problem = ((BuilderException)refused).Words;
        }
        finally
        {
            _isDrawing = false;
        }

        if (_problem is null && !_isLeft)
        {
            Navigation.NavigateTo($"projects/{ProjectId}/model");
        }
    }

    private void OnFreed() => Background.Run(InvokeAsync(BeginAfterWaiting), Log, "try sizes after a training", DispatchExceptionAsync);

    // What nobody looks at any more goes on waiting, and costs nothing.
    private void BeginAfterWaiting()
    {
        if (!_isLeft && State is { Phase: SizePhase.Waiting })
        {
            Trials.Begin(ProjectId, _trained!, Ui.Language);
        }
    }

    private void OnChanged(string projectId)
    {
        if (projectId == ProjectId)
        {
            Background.Run(InvokeAsync(ShowAsync), Log, "show what is known of sizes", DispatchExceptionAsync);
        }
    }

    private async Task ShowAsync()
    {
        StateHasChanged();
        await TellAsync();
    }

    private async Task TellAsync()
    {
        if (!_isLeft && _trained is not null && (State?.Finding ?? SizeFinding.None) is var finding && finding != _told)
        {
            _told = finding;
            await OnFound.InvokeAsync(finding);
        }
    }
}
