using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Answers;

/// <summary>What a model answers about one case, with why that deserves less trust.</summary>
public sealed partial class RowAnswer
{
    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public required PredictedRow Row { get; set; }

    /// <summary>Why it deserves less trust than others.</summary>
    [Parameter]
    public IReadOnlyList<Localized> Doubts { get; set; } = [];

    private AnomalyEvaluation? AnomalyOf(PredictedOutput output) => Model.Description.Outputs.Any(o => o.Name == output.Name && o.Task == TaskKind.Anomaly)
        ? Model.Run.Evaluation.Heads.FirstOrDefault(h => h.Anomaly is not null)?.Anomaly ?? new AnomalyEvaluation(null, new(0, 0, []), new(0, 0, []), null)
        : null;

    private IReadOnlyList<ClassThreshold> ThresholdsOf(PredictedOutput output) => Model.Description.Outputs.FirstOrDefault(o => o.Name == output.Name)?.Thresholds ?? [];
}
