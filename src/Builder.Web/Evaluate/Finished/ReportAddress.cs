namespace Builder.Web.Evaluate.Finished;

/// <summary>Where the report of a run is fetched: pages lead there, and what makes it reads those pages' parts.</summary>
public static class ReportAddress
{
    /// <summary>The route, with the project and the run in it.</summary>
    public const string Route = "/api/projects/{projectId}/runs/{run}/report.html";

    /// <summary>The address of a run's report.</summary>
    public static string Of(string projectId, string run) => $"/api/projects/{Uri.EscapeDataString(projectId)}/runs/{Uri.EscapeDataString(run)}/report.html";
}
