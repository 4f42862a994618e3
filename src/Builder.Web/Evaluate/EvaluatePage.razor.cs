using Builder.Protocol.Evaluations;
using Builder.Storage.Runs;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Sections;
using Builder.Web.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate;

/// <summary>Shows whether a model is any good: a verdict in plain words first, then the numbers, then single cases.</summary>
public sealed partial class EvaluatePage : IDisposable
{
    // With fewer cases the shares of ten bins say nothing.
    private const int FewestForCalibration = 60;

    private ExamplesView? _examples;
    private int _head;

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    /// <summary>The run to show; the latest where none is named.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    public string? RunId { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

    [Inject]
    private RunLibrary Library { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    private IReadOnlyList<FinishedRun>? Runs { get; set; }

    private FinishedRun? Chosen { get; set; }

    private LearningCurve Curve { get; set; } = new([], null, null);

    private IReadOnlyList<HeadEvaluation> Heads => Chosen?.Evaluation.Heads ?? [];

    private int ChosenHead => Math.Min(_head, Heads.Count - 1);

    private HeadEvaluation? Head => Heads.Count > 0 ? Heads[ChosenHead] : null;

    /// <inheritdoc/>
    protected override void OnInitialized() => Feed.StatusChanged += Follow;

    /// <inheritdoc/>
    public void Dispose() => Feed.StatusChanged -= Follow;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Runs ??= await Library.ListAsync(ProjectId);
        if (RunId is not null && Runs.All(r => r.Id != RunId))
        {
            // It may have finished since the page was opened.
            Runs = await Library.ListAsync(ProjectId);
        }

        var chosen = RunId is null ? (Runs.Count > 0 ? Runs[0] : null) : Runs.FirstOrDefault(r => r.Id == RunId);
        if (chosen?.Folder != Chosen?.Folder)
        {
            _head = 0;
            Curve = chosen is null ? new([], null, null) : await Task.Run(() => LearningCurve.Of(chosen.Folder));
        }

        Chosen = chosen;
    }

    // A run that ends, or is renamed or deleted, while the page is open shows there at once.
    private void Follow(RunSummary run)
    {
        if (run.ProjectId == ProjectId && run.State.IsOver())
        {
            _ = InvokeAsync(async () =>
            {
                Runs = null;
                await OnParametersSetAsync();
                StateHasChanged();
            });
        }
    }

    private string PictureUrl(string picture) => RunFilesEndpoint.AddressOf(Chosen!.Id, picture);

    private string RunUrl(string run) => $"/projects/{ProjectId}/evaluate?run={Uri.EscapeDataString(run)}";

    private void ChooseRun(ChangeEventArgs change) => Navigation.NavigateTo(RunUrl((string)change.Value!));

    private Task ShowCellAsync((string True, string Predicted) cell) => _examples?.ShowAsync(cell.True, cell.Predicted) ?? Task.CompletedTask;
}
