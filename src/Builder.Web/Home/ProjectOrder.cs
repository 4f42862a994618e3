using Builder.Storage.Projects;

namespace Builder.Web.Home;

/// <summary>How the person's own projects are ordered.</summary>
public enum ProjectOrder
{
    /// <summary>The one changed last comes first.</summary>
    Changed,

    /// <summary>The newest comes first.</summary>
    Created,

    /// <summary>From A to Z.</summary>
    Name,
}

/// <summary>Finds and orders projects.</summary>
public static class ProjectLists
{
    /// <summary>The projects whose name holds what is searched for, in order.</summary>
    public static IReadOnlyList<ProjectSummary> Of(IEnumerable<ProjectSummary> projects, string? search, ProjectOrder order)
    {
        var found = projects.Where(p => p.Name.Contains(search?.Trim() ?? "", StringComparison.OrdinalIgnoreCase));
        return order switch
        {
            ProjectOrder.Name => [.. found.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)],
            ProjectOrder.Created => [.. found.OrderByDescending(p => p.CreatedAt)],
            _ => [.. found.OrderByDescending(p => p.ChangedAt)],
        };
    }
}
