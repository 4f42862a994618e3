using Builder.Graph;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Builder.Web.Use.Answers;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Forms;

/// <summary>A form made of the model's inputs; it answers while they change.</summary>
public sealed partial class RowForm : IDisposable
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Localized> _pictureDoubts = new(StringComparer.Ordinal);
    private DebouncedPrediction? _asking;
    private Dictionary<string, Cell>? _asked;
    private string? _true;
    private int _next;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    [Inject]
    private ILogger<RowForm> Log { get; set; } = null!;

    [Inject]
    private ModelPool Models { get; set; } = null!;

    private IReadOnlyList<InputDescription> Fields { get; set; } = [];

    // Below the fold lies what tells the model nothing, with a value in it already. Where nothing matters nothing is folded away.
    private IReadOnlyList<InputDescription> Idle { get; set; } = [];

    // A field that still needs a value must be seen.
    private bool IsOpen => Idle.Any(input => !FieldCheck.IsUsable(input, _values.GetValueOrDefault(input.Name)));

    private IReadOnlyList<Localized> Doubts => [.. _pictureDoubts.Values, .. AnswerDoubts.Of(Fields, [_values])];

    // Cases whose pictures are not given by a path of the source can fill a form only where there is more than a picture.
    private IReadOnlyList<Example> Rows => [.. Model.Examples.Where(e => Fields.Any(f => Model.ValueOf(f.Name, e.Inputs) is not null))];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _asking = new DebouncedPrediction(Models, Model, Log, () => InvokeAsync(StateHasChanged));
        Fields = Model.InOrder(Model.Inputs.Where(i => i.Kind != "picture"));
        Idle = [.. Fields.Where(Model.IsIdle)];
        Idle = Idle.Count < Fields.Count ? Idle : [];
        foreach (var field in Fields)
        {
            _values[field.Name] = field.Typical ?? (field.Categories is { Count: > 0 } categories ? categories[0] : null);
        }

        if (Rows.Count > 0)
        {
            TakeTestCase();
        }
        else
        {
            Ask(TimeSpan.Zero);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking?.Dispose();

    // Best and worst cases take turns: one sees what is easy, and what is hard.
    private void TakeTestCase()
    {
        var rows = Rows;
        var place = _next++ % rows.Count;
        var row = rows[place % 2 == 0 ? rows.Count - 1 - (place / 2) : place / 2];
        foreach (var field in Fields)
        {
            _values[field.Name] = Model.ValueOf(field.Name, row.Inputs);
        }

        _true = row.True;
        Ask(TimeSpan.Zero);
    }

    private void Change(string name, string? value)
    {
        (_values[name], _true) = (string.IsNullOrWhiteSpace(value) ? null : value, null);
        Ask(DebouncedPrediction.Rest);
    }

    private void ChoosePicture(string name, ChosenPicture? picture)
    {
        (_values[name], _true) = (picture?.Path, picture?.True);
        _pictureDoubts.Remove(name);
        if (picture?.Doubt is { } doubt)
        {
            _pictureDoubts[name] = doubt;
        }

        Ask(TimeSpan.Zero);
    }

    private void Ask(TimeSpan rest)
    {
        if (Model.Description.Inputs.Any(i => !FieldCheck.IsUsable(i, _values.GetValueOrDefault(i.Name))))
        {
            _asking!.Forget();
            _asked = null;
            StateHasChanged();
            return;
        }

        var inputs = Model.Description.Inputs.ToDictionary(i => i.Name, StringComparer.Ordinal);
        var row = _asked = _values.ToDictionary(v => v.Key, v => inputs.TryGetValue(v.Key, out var input) ? FieldCheck.CellOf(input, v.Value) : v.Value, StringComparer.Ordinal);
        _asking!.Ask(id => new RunnerCommand.Predict(id, [row]), rest);
    }
}
