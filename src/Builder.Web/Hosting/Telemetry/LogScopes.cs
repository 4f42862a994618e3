namespace Builder.Web.Hosting.Telemetry;

/// <summary>Scopes of the log: everything logged inside carries the id of the project, and of the run where there is one.</summary>
internal static class LogScopes
{
    private static readonly Func<ILogger, string, IDisposable?> OfProject = LoggerMessage.DefineScope<string>("project {ProjectId}");
    private static readonly Func<ILogger, string, string, IDisposable?> OfRun = LoggerMessage.DefineScope<string, string>("project {ProjectId} run {RunId}");

    /// <summary>A scope for work on a project.</summary>
    public static IDisposable? Project(ILogger log, string project) => OfProject(log, project);

    /// <summary>A scope for work on a run.</summary>
    public static IDisposable? Run(ILogger log, string project, string run) => OfRun(log, project, run);
}
