using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Evaluate.Verdicts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Serving.Page;

/// <summary>The page of a published model: what it is for, its form in the order of what matters, its answer, and how good it is.</summary>
public sealed partial class ModelPage
{
    private const int MostNamed = 12;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required ServedModel Served { get; set; }

    /// <summary>What is filled in.</summary>
    [Parameter, EditorRequired]
    public required VisitorQuestion Question { get; set; }

    /// <summary>The answer; null where there is none.</summary>
    [Parameter]
    public PredictedRow? Row { get; set; }

    /// <summary>Why there is no answer.</summary>
    [Parameter]
    public Localized? Problem { get; set; }

    /// <summary>Whether the form was sent.</summary>
    [Parameter]
    public bool IsAsked { get; set; }

    private IReadOnlyList<(InputDescription Input, int Place)> Ordered { get; set; } = [];

    private IReadOnlyList<(InputDescription Input, int Place)> Shown { get; set; } = [];

    private IReadOnlyList<(InputDescription Input, int Place)> Idle { get; set; } = [];

    // What could be done about it is not the visitor's affair.
    private Verdict Verdict => VerdictWriter.Of(Served.Model.Run.Evaluation, new() { IsBeaten = Served.Model.Rivals?.Winner is not null }) with { Hints = [] };

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var places = Served.Model.Inputs.Select((input, place) => (input.Name, place)).ToDictionary(p => p.Name, p => p.place, StringComparer.Ordinal);
        Ordered = [.. Served.Model.InOrder(Served.Model.Inputs).Select(input => (input, places[input.Name]))];
        var fields = Ordered.Where(o => o.Input.Kind != "picture").ToList();

        // Below the fold lies what tells the model nothing and has a value already.
        Idle = [.. fields.Where(f => Served.Model.IsIdle(f.Input) && Use.Forms.FieldWords.Fault(f.Input, ValueOf(f.Input)) is null)];
        Idle = Idle.Count < fields.Count ? Idle : [];
        Shown = [.. fields.Except(Idle)];
    }

    private string? ValueOf(InputDescription input) => Question.Values.GetValueOrDefault(input.Name);
}
