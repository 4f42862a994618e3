using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Builder.Web.Reports;

/// <summary>Renders reports as whole files, on the server and without a circuit.</summary>
/// <param name="logs">Where faults are told.</param>
public sealed class ReportRenderer(ILoggerFactory logs) : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();

    /// <summary>The file of a report.</summary>
    /// <param name="report">What it tells.</param>
    /// <param name="language">"en" or "zh".</param>
    public async Task<string> RenderAsync(RunReport report, string language)
    {
        await using var renderer = new HtmlRenderer(_services, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportPage.Report)] = report, [nameof(ReportPage.Language)] = language });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportPage>(parameters)).ToHtmlString());
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();
}
