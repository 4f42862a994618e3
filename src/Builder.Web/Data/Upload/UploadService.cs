using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Storage;
using Builder.Storage.Files;
using Builder.Storage.Projects;
using Builder.Web.Data.Pictures;
using Builder.Web.Sessions;

namespace Builder.Web.Data.Upload;

/// <summary>Takes files in: first beside everything else, then, once they have been read from end to end, into a project.</summary>
public sealed class UploadService(
    DataFolder data, UploadLimits limits, ProjectStore projects, ProjectSessions sessions, DataInspections inspections, ThumbnailQueue thumbnails, TableClient tables)
{
    /// <summary>Adds a file to a project and a data set to its document.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="name">The name that the browser sent.</param>
    /// <param name="replace">The data set whose file it replaces; null for a new one.</param>
    /// <param name="language">Language of names that become part of the document.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <param name="target">The column to predict; null guesses.</param>
    /// <exception cref="Builder.Datasets.DataException">The file is refused.</exception>
    public async Task<UploadedFile> AddAsync(string projectId, Stream content, string? name, string? replace, string language, CancellationToken ct, string? target = null)
    {
        var session = await sessions.OpenAsync(projectId, ct);
        using var staged = await ReceiveAsync(content, name, ct);
        var file = staged.MoveTo(session.Folder);
        try
        {
            return await UseAsync(session, staged, file, replace, target, language, ct);
        }
        catch
        {
            Folders.TryDeleteFile(Path.Combine(session.Folder, file));
            throw;
        }
    }

    /// <summary>Makes a project of a file.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="name">The name that the browser sent.</param>
    /// <param name="language">Language of names that become part of the document.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <param name="title">What the project is called; null calls it after the file.</param>
    /// <param name="target">The column to predict; null guesses.</param>
    /// <exception cref="Builder.Datasets.DataException">The file is refused.</exception>
    public async Task<UploadedFile> CreateAsync(Stream content, string? name, string language, CancellationToken ct, string? title = null, string? target = null)
    {
        using var staged = await ReceiveAsync(content, name, ct);
        if (staged.Source is IdxSource { Labels: not null })
        {
            throw UploadProblems.LabelsFirst(staged.Name);
        }

        var moved = staged.Name;
        var fresh = await projects.FreshNameAsync(title ?? FileNames.Title(staged.Name), ct);
        var project = await projects.CreateAsync(ProjectDocument.Create(fresh), fill: (folder, _) =>
        {
            moved = staged.MoveTo(folder);
            return Task.CompletedTask;
        }, ct: ct);
        try
        {
            return await UseAsync(await sessions.OpenAsync(project.Id, ct), staged, moved, null, target, language, ct);
        }
        catch
        {
            // Nobody has seen the project yet, and it would never get its data.
            await projects.RemoveAsync(project.Id, CancellationToken.None);
            throw;
        }
    }

    private async Task<StagedUpload> ReceiveAsync(Stream content, string? name, CancellationToken ct)
    {
        var staged = await StagedUpload.ReceiveAsync(data, content, name, limits, ct);
        try
        {
            staged.Source = await UploadAcceptance.AcceptAsync(staged, limits, tables, ct);
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    private async Task<UploadedFile> UseAsync(
        ProjectSession session, StagedUpload staged, string file, string? replace, string? target, string language, CancellationToken ct)
    {
        var source = WithFile(session.Document, staged, file, ref replace);
        var inspection = await inspections.OfAsync(session.Folder, source, changes: null, ct);
        var id = replace ?? FreshId(session.Document, FileNames.Title(file));
        var edit = await Task.Run(() => Proposer.UsePlan(inspection, Plan(inspection, id, target), language), ct);
        ct.ThrowIfCancellationRequested();

        // From here on the document may name the file: who hangs up now has brought it all the same.
        var result = await session.ApplyAsync(new Command(Guid.NewGuid().ToString("N"), session.Revision, edit, "data"), CancellationToken.None);
        if (result.Problem is { } problem)
        {
            throw new Datasets.DataException(problem.Message, code: problem.Code);
        }

        thumbnails.Add(session.Id, id);
        return new(session.Id, id, file);
    }

    private static DataPlan Plan(SourceInspection inspection, string id, string? target) =>
        DataPlan.Guess(inspection, id) is var guess && target is not null ? guess.WithTarget(target) : guess;

    /// <summary>The source under the file's final name. Labels of IDX pictures join the pictures that are there.</summary>
    private static DataSource WithFile(ProjectDocument document, StagedUpload staged, string file, ref string? replace)
    {
        switch (staged.Source)
        {
            case TableSource table:
                return table with { Path = file };
            case PicturesSource pictures:
                return pictures with { Path = file };
            case TextSource text:
                return text with { Path = file };
            case IdxSource { Labels: null } images:
                return images with { Images = file };
            default:
                var unlabelled = document.Data.Values.FirstOrDefault(d => d.Source is IdxSource { Labels: null }) ?? document.Data.Values.FirstOrDefault(d => d.Source is IdxSource);
                replace = unlabelled?.Id ?? throw UploadProblems.LabelsFirst(staged.Name);
                return (IdxSource)unlabelled.Source with { Labels = file };
        }
    }

    private static string FreshId(ProjectDocument document, string wish)
    {
        var id = wish;
        for (var number = 2; document.Data.ContainsKey(id); number++)
        {
            id = FormattableString.Invariant($"{wish} {number}");
        }

        return id;
    }
}
