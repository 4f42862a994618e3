using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>The scores of every class.</summary>
public sealed partial class PerClassTable
{
    private static readonly string[] Columns = ["precision", "recall", "f1"];

    /// <summary>The classes.</summary>
    [Parameter, EditorRequired]
    public required ClassEvaluation Classes { get; set; }

    // A class that does not occur has no scores, however the division by nothing came out.
    private static string Share(ClassResult result, double share) => result.Cases == 0 ? "–" : Figures.Percent(share);
}
