using Builder.Protocol;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Forms;

/// <summary>Lets a model make new pictures.</summary>
public sealed partial class PaintForm : IDisposable
{
    private static readonly int[] Counts = [8, 16, 32, 64];

    private DebouncedPrediction? _asking;
    private IReadOnlyList<string> _pictures = [];
    private int _count = 16;
    private int _seed;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    [Inject]
    private ModelPool Models { get; set; } = null!;

    [Inject]
    private ILogger<PaintForm> Log { get; set; } = null!;

    [Inject]
    private UseFiles Files { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _asking = new DebouncedPrediction(Models, Model, Log, () => InvokeAsync(Show));
        Paint();
    }

    /// <inheritdoc/>
    public void Dispose() => _asking?.Dispose();

    // Each press draws something else: the seed counts up.
    private void Paint()
    {
        var (seed, folder) = (++_seed, Files.NewFolder());
        _asking!.Ask(id => new RunnerCommand.Generate(id, Count: _count, Seed: seed, Folder: folder), TimeSpan.Zero);
    }

    private void Show()
    {
        if (_asking is { Problem: null, Answer.Pictures: { } made })
        {
            _pictures = [.. made.Select(path => UseFilesEndpoint.Url(Model.ProjectId, Files.Adopt(Model.ProjectId, path).Id))];
        }

        StateHasChanged();
    }
}
