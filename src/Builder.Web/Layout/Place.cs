using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Layout;

/// <summary>Where a window is: in which project, at which step.</summary>
/// <param name="ProjectId">The project; null outside of any.</param>
/// <param name="Step">The step; null outside of any.</param>
public sealed record Place(string? ProjectId, Step? Step)
{
    /// <summary>The place that an address names, such as "projects/ID/model?run=3".</summary>
    public static Place Of(NavigationManager navigation)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0].Trim('/').Split('/');
        return path is ["projects", var id, ..]
            ? new(Uri.UnescapeDataString(id), path.Length > 2 && Enum.TryParse<Step>(path[2], ignoreCase: true, out var step) ? step : null)
            : new(null, null);
    }

    /// <summary>The address of a step.</summary>
    public static string Address(string projectId, Step step) => $"/projects/{Uri.EscapeDataString(projectId)}/{step.ToString().ToLowerInvariant()}";
}
