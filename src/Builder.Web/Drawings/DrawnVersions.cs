using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Drawings.Sheets;
using Builder.Web.Sessions;

namespace Builder.Web.Drawings;

/// <summary>Finds versions of projects to be drawn.</summary>
public sealed class DrawnVersions(ProjectSessions sessions, ProjectLog log, RunStore runs)
{
    /// <summary>A version of a project; null where there is no such project, revision or run.</summary>
    public async Task<DrawnVersion?> FindAsync(string projectId, VersionName name, CancellationToken ct = default)
    {
        try
        {
            var session = await sessions.OpenAsync(projectId, ct);
            if (name.Revision > session.Revision || (name.Run is { } id && (await runs.FindAsync(id, ct))?.ProjectId != projectId))
            {
                return null;
            }

            var document = name.Run is { } run ? await runs.DocumentAsync(run, ct)
                : name.Revision == session.Revision ? session.Document
                : await log.DocumentAsync(projectId, name.Revision ?? 0, ct);
            return new(document, Analyze(document, session.Schema));
        }
        catch (StorageException)
        {
            return null;
        }
    }

    /// <summary>A document of a project that is at hand, such as what a run has kept; null where there is no such project.</summary>
    public async Task<DrawnVersion?> OfAsync(string projectId, ProjectDocument document, CancellationToken ct = default)
    {
        try
        {
            return new(document, Analyze(document, (await sessions.OpenAsync(projectId, ct)).Schema));
        }
        catch (StorageException)
        {
            return null;
        }
    }

    // Of older data nothing is known any more than what is known of the present ones.
    private static GraphAnalysis Analyze(ProjectDocument document, DataSchema schema) =>
        GraphAnalyzer.Analyze(document, new DataSchema([.. schema.DataSets.Where(d => document.Data.ContainsKey(d.Id))]));
}
