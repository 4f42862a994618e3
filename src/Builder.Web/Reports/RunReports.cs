using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Files;
using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Proposals.Warnings;
using Builder.Protocol;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Data;
using Builder.Web.Drawings;
using Builder.Web.Drawings.Sheets;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Importances;
using Builder.Web.Evaluate.Rivals;

namespace Builder.Web.Reports;

/// <summary>Gathers what a report tells, from the run's folder and from the data of its project.</summary>
public sealed class RunReports(
    FinishedRunService library, ProjectStore projects, RunStore runs, DataInspections inspections, DataCautions cautions, DrawnVersions versions, DrawingRenderer drawings)
{
    /// <summary>What a report of a run tells; null where there is no such run.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="run">The run.</param>
    /// <param name="language">The reader's language, "en" or "zh": the drawing is rendered in it.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<RunReport?> ReadAsync(string projectId, string run, string language, CancellationToken ct = default)
    {
        if (await projects.FindAsync(projectId, ct) is not { } project || await library.ListAsync(projectId, ct) is not { } all || all.FirstOrDefault(r => r.Id == run) is not { } found)
        {
            return null;
        }

        var document = await Task.Run(found.ReadDocument, ct);
        var (columns, warnings) = document is null ? ([], []) : await DataOfAsync(found, document, ct);
        var drawn = document is null ? null : await versions.OfAsync(projectId, document, ct);
        var summary = await runs.FindAsync(run, ct);
        return new()
        {
            Run = found,
            Project = project.Name,
            Made = DateTime.Now,
            Document = document,
            Started = await Task.Run(() => RunEventLog.Read(new RunFolder(found.Folder).Events).OfType<RunEvent.Started>().LastOrDefault(), ct),
            Curve = await Task.Run(() => LearningCurve.Of(found.Folder), ct),
            Seed = summary?.Seed,
            Drawing = drawn is null ? null : await drawings.RenderAsync(Drawing.Of(drawn), language),
            Rivals = await Task.Run(() => RivalFile.Read(found), ct),
            Importance = await Task.Run(() => ImportanceFile.Read(found), ct),
            Columns = columns,
            Warnings = warnings,
            Cautions = [.. new[] { await cautions.OfAsync(found, ct), await Task.Run(() => OtherStarts.Of(found, all), ct) }.OfType<Localized>()],
        };
    }

    // Data that are gone or cannot be read any more: the document still says which columns were used.
    private async Task<(ImmutableArray<ColumnChoice> Columns, ImmutableArray<DataWarning> Warnings)> DataOfAsync(FinishedRun run, ProjectDocument document, CancellationToken ct)
    {
        try
        {
            var (columns, warnings) = (ImmutableArray.CreateBuilder<ColumnChoice>(), ImmutableArray.CreateBuilder<DataWarning>());
            foreach (var set in document.Data.Values)
            {
                var inspection = await inspections.OfAsync(Path.GetDirectoryName(Path.GetDirectoryName(run.Folder))!, set.Source, set.Changes, ct);
                var view = await Task.Run(() => DataView.Of(document, set, inspection), ct);
                columns.AddRange(view.Plan.Columns);
                warnings.AddRange(view.Warnings);
            }

            return (columns.ToImmutable(), warnings.ToImmutable());
        }
        catch (Exception gone) when (gone is DataException or IOException or UnauthorizedAccessException)
        {
            return ([.. document.Data.Values.SelectMany(set => set.Columns.Select(c => new ColumnChoice(c.SourceName, c.Type, IsTarget(document, set.Id, c.Name) ? ColumnUse.Target : ColumnUse.Input, c.Unit)))], []);
        }
    }

    private static bool IsTarget(ProjectDocument document, string set, string column) => TargetBlock.Find(document, set) is { } target && TargetBlock.Column(target) == column;
}
