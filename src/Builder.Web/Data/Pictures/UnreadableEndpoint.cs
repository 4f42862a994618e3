using System.Text;
using Builder.Datasets;
using Builder.Datasets.Csv;
using Builder.Storage;
using Builder.Web.Data.Parts;
using Builder.Web.Pictures;
using Builder.Web.Sessions;
using Builder.Web.Shell;

namespace Builder.Web.Data.Pictures;

/// <summary>The list of pictures that cannot be read, for whoever wants to mend or replace them.</summary>
internal static class UnreadableEndpoint
{
    /// <summary>GET /api/projects/{id}/unreadable?set=NAME.</summary>
    public static void MapUnreadable(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/projects/{id}/unreadable", SendAsync);

    private static async Task<IResult> SendAsync(string id, string set, HttpContext http, ProjectSessions sessions, DataInspections inspections, PictureChecks checks)
    {
        try
        {
            var session = await sessions.OpenAsync(id, http.RequestAborted);
            if (session.Document.Data.GetValueOrDefault(set) is not { } dataSet)
            {
                return Results.NotFound();
            }

            var table = (await inspections.OfAsync(session.Folder, dataSet.Source, changes: null, http.RequestAborted)).Table;
            if (checks.Of(session.Folder, dataSet.Source, table.Fingerprint) is not { } findings)
            {
                return Results.NotFound();
            }

            var language = UiCookies.Language(http.Request);
            var lines = findings.Unreadable.Select(u => CsvWriter.Line([u.File, u.Reason.Words.In(language)])).Prepend(CsvWriter.Line([UnreadableTexts.File.In(language), UnreadableTexts.Reason.In(language)]));

            // With its mark spreadsheet programs read the letters of all languages.
            return Results.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")], "text/csv", "unreadable.csv");
        }
        catch (Exception missing) when (missing is StorageException or DataException)
        {
            return Results.NotFound();
        }
    }
}
