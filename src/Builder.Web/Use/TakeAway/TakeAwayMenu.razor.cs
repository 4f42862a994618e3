using Builder.Graph;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Sessions;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.TakeAway;

/// <summary>A model to take away: as it is, or as an ONNX file that is written when somebody asks for it.</summary>
public sealed partial class TakeAwayMenu : IDisposable
{
    private const string Ending = ".onnx";

    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private bool _open;
    private Written? _written;
    private Localized? _problem;

    /// <summary>The menu, before it knows its model.</summary>
    public TakeAwayMenu() => _left = _leaving.Token;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The run whose model it is.</summary>
    [Parameter, EditorRequired]
    public required FinishedRun Run { get; set; }

    [Inject]
    private ModelPool Models { get; set; } = null!;

    [Inject]
    private UseFiles Files { get; set; } = null!;

    [Inject]
    private ILogger<TakeAwayMenu> Log { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    // The model may have to be loaded first: the circuit stays free meanwhile.
    private void Ask()
    {
        (_open, _written, _problem) = (true, null, null);
        var run = Run;
        Background.Run(() => WriteAsync(run), Log, "write a model as ONNX", _ => ShowAsync(run, null, TakeAwayTexts.Unforeseen));
    }

    private void Close(bool open) => _open = open;

    private async Task WriteAsync(FinishedRun run)
    {
        var file = Files.Reserve(ProjectId, ProjectFileEndpoints.FileName(run.ReadDocument()?.Name ?? "", Ending));
        try
        {
            await ShowAsync(run, new(file, await Models.ExportOnnxAsync(ProjectId, run.Bundle, file.Path, file.Name, _left)), null);
        }
        catch (ModelException failure)
        {
            await ShowAsync(run, null, failure.Words);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private Task ShowAsync(FinishedRun run, Written? written, Localized? problem) => InvokeAsync(() =>
    {
        // Another run's model may have been chosen meanwhile.
        if (!_left.IsCancellationRequested && run == Run)
        {
            (_written, _problem) = (written, problem);
            StateHasChanged();
        }
    });

    private sealed record Written(UseFile File, string Usage);
}
