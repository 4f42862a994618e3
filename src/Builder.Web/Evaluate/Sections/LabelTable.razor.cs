using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>The scores of every label, how often it occurs, and from which probability on it is given.</summary>
public sealed partial class LabelTable
{
    private static readonly MetricDefinition[] Columns = [MetricCatalog.Precision, MetricCatalog.Recall, MetricCatalog.F1];

    /// <summary>The prediction; its labels are known.</summary>
    [Parameter, EditorRequired]
    public required HeadEvaluation Head { get; set; }

    /// <summary>How many samples there are.</summary>
    [Parameter, EditorRequired]
    public required long Samples { get; set; }

    private LabelEvaluation Labels => Head.Labels!;
}
