using Builder.Graph;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Shell;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use;

/// <summary>Lets people try a model: it answers while they type, draw or ask.</summary>
public sealed partial class UsePage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>The project.</summary>
    [Parameter]
    public required string ProjectId { get; set; }

    /// <summary>The run whose model is tried; the latest where none is named.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    public string? RunId { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

    [Inject]
    private RunLibrary Library { get; set; } = null!;

    [Inject]
    private WarmModels Models { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private IReadOnlyList<FinishedRun>? Runs { get; set; }

    private FinishedRun? Chosen { get; set; }

    private UseModel? Model { get; set; }

    private Localized? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Runs is null || (RunId is not null && Runs.All(r => r.Id != RunId)))
        {
            Runs = [.. (await Library.ListAsync(ProjectId)).Where(r => r.HasModel)];
        }

        var chosen = Runs.FirstOrDefault(r => RunId is null || r.Id == RunId) ?? (Runs.Count > 0 ? Runs[0] : null);
        if (chosen?.Folder != Chosen?.Folder)
        {
            Chosen = chosen;
            Load();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    // Loading takes seconds: the circuit must stay free meanwhile.
    private void Load()
    {
        (Model, Problem) = (null, null);
        if (Chosen is { } run)
        {
            _ = Task.Run(() => LoadAsync(run, _gone.Token));
        }
    }

    private async Task LoadAsync(FinishedRun run, CancellationToken gone)
    {
        UseModel? model = null;
        Localized? problem = null;
        try
        {
            model = UseModel.Of(ProjectId, run, await Models.DescribeAsync(ProjectId, run.Bundle, gone));
        }
        catch (ModelException failure)
        {
            problem = failure.Words;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await InvokeAsync(() =>
        {
            if (Chosen?.Folder == run.Folder && !gone.IsCancellationRequested)
            {
                (Model, Problem) = (model, problem);
                StateHasChanged();
            }
        });
    }

    private void ChooseRun(ChangeEventArgs change) =>
        Navigation.NavigateTo($"/projects/{ProjectId}/use?run={Uri.EscapeDataString((string)change.Value!)}");
}
