using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Use.Forms;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Answers;

/// <summary>What the model answers, in large plain words.</summary>
public sealed partial class PredictionCard
{
    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    /// <summary>The question and its answer.</summary>
    [Parameter, EditorRequired]
    public required DebouncedPrediction DebouncedPrediction { get; set; }

    /// <summary>The true answer, where the inputs come from the data.</summary>
    [Parameter]
    public string? True { get; set; }

    /// <summary>Why the answer deserves less trust than others.</summary>
    [Parameter]
    public IReadOnlyList<Localized> Doubts { get; set; } = [];

    /// <summary>The row that is asked about, where it is a single one; null where nobody can ask why.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, Cell>? Asked { get; set; }

    /// <summary>What is said before the first answer.</summary>
    [Parameter, EditorRequired]
    public required Localized Waiting { get; set; }

    private static string? Unit(PredictedRow row) => row.Outputs is [{ Unit: { Length: > 0 } unit }] ? unit : null;
}
