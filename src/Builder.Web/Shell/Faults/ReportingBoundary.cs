using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Builder.Web.Shell.Faults;

/// <summary>The boundary around a page: what fails inside is noted in the log under a number, which the page then shows.</summary>
public sealed class ReportingBoundary : ErrorBoundary
{
    [Inject]
    private ILogger<ReportingBoundary> Log { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        FaultLog.Note(Log, exception, StepOf(Navigation));
        return Task.CompletedTask;
    }

    // The last word of an address such as /projects/ID/train says which page it was.
    private static string StepOf(NavigationManager navigation) =>
        "page " + (new Uri(navigation.Uri).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var last] and not ["projects", _] ? last : "home");
}
