using Builder.Protocol;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Forms;

/// <summary>Lets a language model go on with a text.</summary>
public sealed partial class WriteForm : IDisposable
{
    private DebouncedPrediction? _asking;
    private string _prompt = "";
    private string _asked = "";
    private double _temperature = 0.8;
    private int _length = 300;
    private int _topK;
    private int _seed;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    [Inject]
    private ILogger<WriteForm> Log { get; set; } = null!;

    [Inject]
    private ModelPool Models { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _asking = new DebouncedPrediction(Models, Model, Log, () => InvokeAsync(StateHasChanged));
        _prompt = Model.Run.Evaluation.Texts.Select(t => t.Prompt).FirstOrDefault(p => p.Length > 0) ?? "";
    }

    /// <inheritdoc/>
    public void Dispose() => _asking?.Dispose();

    // Each press writes something else: the seed counts up.
    private void Write()
    {
        var (prompt, seed) = (_prompt, ++_seed);
        _asked = prompt;
        _asking!.Ask(id => new RunnerCommand.Generate(id, prompt, _length, _temperature, _topK, seed), TimeSpan.Zero);
    }
}
