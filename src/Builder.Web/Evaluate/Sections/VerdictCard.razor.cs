using Builder.Web.Evaluate.Verdicts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>The verdict, before any number.</summary>
public sealed partial class VerdictCard
{
    /// <summary>The verdict.</summary>
    [Parameter, EditorRequired]
    public required Verdict Verdict { get; set; }

    private string Mark => Verdict.Level switch
    {
        VerdictLevel.Good => "check",
        VerdictLevel.Poor => "alert",
        VerdictLevel.Open => "info",
        _ => "spark",
    };
}
