using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>The way from a list in which two runs are ticked to their drawings.</summary>
public sealed partial class CompareDrawingsLink
{
    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>Ids of the ticked runs, in the order in which they were ticked; that of the first stands on the left.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Runs { get; set; }

    /// <summary>The address of the page that shows the drawings of two runs side by side; "now" stands for the project as it is.</summary>
    public static string AddressOf(string projectId, string left, string right) =>
        $"/projects/{Uri.EscapeDataString(projectId)}/evaluate/drawings?left={Uri.EscapeDataString(left)}&right={Uri.EscapeDataString(right)}";
}
