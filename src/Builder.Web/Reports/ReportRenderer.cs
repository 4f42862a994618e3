using Builder.Web.Shell;

namespace Builder.Web.Reports;

/// <summary>Renders reports as whole files.</summary>
/// <param name="markup">Renders components.</param>
public sealed class ReportRenderer(StaticMarkup markup)
{
    /// <summary>The file of a report.</summary>
    /// <param name="report">What it tells.</param>
    /// <param name="language">"en" or "zh".</param>
    public Task<string> RenderAsync(RunReport report, string language) =>
        markup.RenderAsync<ReportPage>(new Dictionary<string, object?> { [nameof(ReportPage.Report)] = report, [nameof(ReportPage.Language)] = language });
}
