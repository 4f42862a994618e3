using System.Globalization;
using System.Text;
using Builder.Graph.Data;
using Builder.Storage;
using Builder.Storage.Exchange;
using Builder.Storage.Files;
using Builder.Storage.Projects;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Shell.Faults;
using Builder.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Builder.Web.Sessions;

/// <summary>Projects as files: one goes out as a zip, and comes in again as a new project.</summary>
public static class ProjectFileEndpoints
{
    private const string Fallback = "project";
    private const string Ending = ".builder.zip";
    private const int MostCharacters = 60;

    // A disk takes 255, of which the ending and the number of a second download need some.
    private const int MostNameBytes = 220;

    /// <summary>Adds the two addresses.</summary>
    public static void MapProjectFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/projects/{id}/export", ExportAsync);
        routes.MapPost("/api/projects/import", ImportAsync).RequireRateLimiting(RequestPolicies.Uploads);
    }

    private static async Task ExportAsync(HttpContext http, string id, ProjectStore projects, ProjectExport export, bool runs = false)
    {
        if (await projects.FindAsync(id, http.RequestAborted) is not { } project)
        {
            await StorageAnswers.Of(StorageProblems.NoProject()).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment")
        {
            FileNameStar = FileName(project.Name),
        }.ToString();
        await export.WriteAsync(id, http.Response.BodyWriter.AsStream(leaveOpen: true), runs, http.RequestAborted);
    }

    private static async Task<IResult> ImportAsync(
        HttpContext http, DataFolder folder, ProjectImport import, ImportLimits limits, ProjectStore projects, ProjectSessions sessions)
    {
        if (http.Request.ContentLength > limits.FileBytes)
        {
            return TooLarge(limits);
        }

        var upload = Path.Combine(folder.Uploads, ShortId.New() + ".project");
        try
        {
            http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = limits.FileBytes;
            await using (var file = File.Create(upload))
            {
                await http.Request.Body.CopyToAsync(file, http.RequestAborted);
            }

            var project = await import.ReadAsync(upload, http.RequestAborted);
            return Results.Json(new { project.Id, Name = await NameAsync(project, projects, sessions, http.RequestAborted), project.IsModel });
        }
        catch (StorageException refused)
        {
            return StorageAnswers.Of(refused);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(limits);
        }
        catch (Exception error) when (StorageAnswers.IsOfTheDisk(error, http))
        {
            return StorageAnswers.Of(StorageProblems.NotSaved(error));
        }
        finally
        {
            Folders.TryDeleteFile(upload);
        }
    }

    // Two cards of one name could not be told apart. The number is a change like any other: it can be undone.
    private static async Task<string> NameAsync(ImportedProject project, ProjectStore projects, ProjectSessions sessions, CancellationToken ct)
    {
        if (!(await projects.ListAsync(ct: ct)).Any(p => p.Id != project.Id && p.Name == project.Name))
        {
            return project.Name;
        }

        var fresh = await projects.FreshNameAsync(project.Name, ct);
        return (await sessions.RenameAsync(project.Id, fresh, "person", ct)).Problem is null ? fresh : project.Name;
    }

    private static ApiProblem TooLarge(ImportLimits limits) => new(StatusCodes.Status413PayloadTooLarge, "TooLarge", new(
        $"The file is larger than {ByteSize.Words(limits.FileBytes)}. Export the project without its runs, or with fewer data.",
        $"文件超过 {ByteSize.Words(limits.FileBytes)}。请在导出项目时不包含训练记录，或减少数据。"));

    /// <summary>What a project's file is called when it is saved: a name that every system can hold, that nobody takes for another, and that is not hidden.</summary>
    /// <param name="project">What it is called, as people write it.</param>
    /// <param name="ending">The ending.</param>
    internal static string FileName(string project, string ending = Ending)
    {
        var seen = string.Concat(project.Where(c => PortableName.MayHold(c) && PortableName.IsSeen(c))).Trim().TrimStart('.', ' ');
        var name = Beginning(seen).TrimEnd('.', ' ');
        return (name.Length == 0 ? Fallback : PortableName.IsPortable(name + ending) ? name : $"{Fallback}-{name}") + ending;
    }

    /// <summary>As much of a text as people read and a disk takes, without halves of characters.</summary>
    private static string Beginning(string text)
    {
        var (kept, bytes) = (new StringBuilder(), 0);
        var elements = StringInfo.GetTextElementEnumerator(text);
        for (var count = 0; count < MostCharacters && elements.MoveNext(); count++)
        {
            bytes += Encoding.UTF8.GetByteCount(elements.GetTextElement());
            if (bytes > MostNameBytes)
            {
                break;
            }

            kept.Append(elements.GetTextElement());
        }

        return kept.ToString();
    }
}
