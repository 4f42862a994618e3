using System.Text;
using System.Text.Encodings.Web;
using Builder.Web.Evaluate;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Builder.Web.Shell.Faults;

namespace Builder.Web.Reports;

/// <summary>Gives reports to take away.</summary>
public static class ReportEndpoint
{
    /// <summary>GET …/report.html: one file in the language of the person; a page in words where there is no such run.</summary>
    public static void MapReport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ReportAddress.Route, SendAsync);

    private static async Task SendAsync(string projectId, string run, RunReports reports, ReportRenderer renderer, HttpContext http)
    {
        var language = UiCookies.Language(http.Request);
        if (await reports.ReadAsync(projectId, run, language, http.RequestAborted) is not { } report)
        {
            await BarePage.WriteAsync(http, StatusCodes.Status404NotFound, EvaluateTexts.GoneTitle, $"<p>{HtmlEncoder.Default.Encode(FaultTexts.NothingHere.In(language))}</p>");
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        var name = ProjectFileEndpoints.FileName($"{report.Project} - {report.Run.Title.In(language)}", ".html");
        await Results.File(Encoding.UTF8.GetBytes(await renderer.RenderAsync(report, language)), "text/html; charset=utf-8", name).ExecuteAsync(http);
    }
}
