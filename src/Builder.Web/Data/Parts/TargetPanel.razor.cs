using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Proposals;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>Where a person says what is to be predicted.</summary>
public sealed partial class TargetPanel
{
    private static readonly Localized TextTask = new("What the model will do", "模型要做什么");

    private static readonly Localized WriteOn = new(
        "It learns from the text how it goes on, character by character, and can then write in its manner.",
        "它会逐字学习如何续写这段文本，之后就能用同样的风格写作。");

    /// <summary>The data set.</summary>
    [Parameter]
    [EditorRequired]
    public required DataView View { get; set; }

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The person chooses a column.</summary>
    [Parameter]
    public EventCallback<string> OnChoose { get; set; }

    /// <summary>What can be done next.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private DataPlan Plan => View.Plan;

    private SourceInspection Inspection => View.Inspection;

    private IEnumerable<ColumnChoice> Candidates => Plan.Columns.Where((c, i) =>
        c.Use == ColumnUse.Target || (c.CanBeTarget && Inspection.Profiles[i].Distinct > 1));

    private ColumnProfile Profile(ColumnChoice column) => ColumnProfiles.Of(Inspection, column);

    private Task Choose(ChangeEventArgs e) => e.Value is string { Length: > 0 } name ? OnChoose.InvokeAsync(name) : Task.CompletedTask;
}
