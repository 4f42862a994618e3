using Builder.Datasets;
using Builder.Graph;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Pictures;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use;

/// <summary>Lets people try a model: it answers while they type, draw or ask.</summary>
public sealed partial class UsePage : RunPage
{
    private readonly CancellationTokenSource _leaving = new();

    // Taken while the source is whole: what was awaited may go on after the page was left.
    private readonly CancellationToken _left;

    /// <summary>The page, before it knows its project.</summary>
    public UsePage() => _left = _leaving.Token;

    [Inject]
    private ModelPool Models { get; set; } = null!;

    [Inject]
    private PictureClient Pictures { get; set; } = null!;

    private UseModel? Model { get; set; }

    private Localized? Problem { get; set; }

    /// <inheritdoc/>
    protected override bool CanShow(FinishedRun run) => run.HasModel;

    // A newer model does not take away what a person has just typed into another.
    /// <inheritdoc/>
    protected override FinishedRun? Choose(IReadOnlyList<FinishedRun> runs) =>
        runs.FirstOrDefault(r => r.Id == (RunId ?? Chosen?.Id)) ?? (runs is [var latest, ..] ? latest : null);

    // Loading takes seconds: the circuit must stay free meanwhile.
    /// <inheritdoc/>
    protected override Task PrepareAsync(FinishedRun? run)
    {
        (Model, Problem) = (null, null);
        if (run is not null)
        {
            Background.Run(() => LoadAsync(run, _left), Log, "load a model", _ => ShowAsync(run, null, UseTexts.Unforeseen, _left));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private Task LoadAgain() => PrepareAsync(Chosen);

    private async Task LoadAsync(FinishedRun run, CancellationToken gone)
    {
        UseModel? model = null;
        Localized? problem = null;
        try
        {
            var description = await Models.DescribeAsync(ProjectId, run.Bundle, gone);
            model = UseModel.Of(ProjectId, run, description, await Pictures.LookAsync(UseModel.PicturesOf(run), gone));
        }
        catch (ModelException failure)
        {
            problem = failure.Words;
        }
        catch (DataException failure)
        {
            problem = failure.Words;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await ShowAsync(run, model, problem, gone);
    }

    private Task ShowAsync(FinishedRun run, UseModel? model, Localized? problem, CancellationToken gone) => InvokeAsync(() =>
    {
        if (Chosen?.Folder == run.Folder && !gone.IsCancellationRequested)
        {
            (Model, Problem) = (model, problem);
            StateHasChanged();
        }
    });

    private string RunUrl(string run) => $"/projects/{ProjectId}/use?run={Uri.EscapeDataString(run)}";
}
