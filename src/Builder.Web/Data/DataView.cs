using System.Collections.Immutable;
using Builder.Datasets.Checks;
using Builder.Datasets.Pictures;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Proposals.Warnings;

namespace Builder.Web.Data;

/// <summary>A data set as the page shows it.</summary>
/// <param name="DataSet">As the document has it.</param>
/// <param name="Inspection">What its source holds.</param>
/// <param name="Plan">What it is used for.</param>
/// <param name="Warnings">What a person should know.</param>
/// <param name="Series">How its rows follow each other; null where each stands for itself.</param>
public sealed record DataView(DataSet DataSet, SourceInspection Inspection, DataPlan Plan, ImmutableArray<DataWarning> Warnings, SeriesShape? Series)
{
    /// <summary>Which pictures cannot be read, as far as that is known; null where there are none that could be damaged.</summary>
    public PictureFindings? Findings { get; private init; }

    /// <summary>The same with what is known of its pictures by now.</summary>
    public DataView With(PictureFindings? findings) => findings is null ? this : this with
    {
        Findings = findings,
        Warnings =
        [
            .. UnreadableWarnings.Of(Inspection, findings).Concat(Warnings.Where(w => w.Code is not (UnreadableWarnings.StillUsed or UnreadableWarnings.LeftOut)))
                .OrderByDescending(w => w.Level),
        ],
    };

    /// <summary>Reads it from a document. Looks through the rows: never call it where somebody waits for an answer.</summary>
    /// <param name="document">The document.</param>
    /// <param name="dataSet">Its data set.</param>
    /// <param name="inspection">What the data set's source holds.</param>
    /// <param name="copies">Copies among its pictures; null where they are not known, or there are none.</param>
    public static DataView Of(ProjectDocument document, DataSet dataSet, SourceInspection inspection, PictureCopies? copies = null)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        var target = TargetBlock.Find(document, dataSet.Id) is { } block ? TargetBlock.Column(block) : null;
        var plan = DataPlan.Read(dataSet, target, inspection);
        return new DataView(dataSet, inspection, plan, DataWarnings.Of(inspection, plan, copies), Proposer.SeriesOf(inspection, plan));
    }

    /// <summary>
    /// The edit that reads the file in another way and carries over what was decided about it. Made beside the session, because it reads the file; it does nothing where the
    /// data set has changed in between.
    /// </summary>
    /// <param name="change">Changes the plan's source, and may change more.</param>
    /// <param name="read">Looks into the source with some changes of rows.</param>
    /// <param name="language">Language of names that become part of the document.</param>
    /// <exception cref="Builder.Datasets.DataException">The file cannot be read like this.</exception>
    public async Task<Func<ProjectDocument, Edit?>> RereadAsync(Func<DataPlan, DataPlan> change, Func<DataSource, RowChanges?, Task<SourceInspection>> read, string language)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(read);
        var changed = change(Plan);
        var after = await read(changed.Source, null);
        var plan = changed.Reread(Inspection, after);
        var used = plan.Changes is { IsEmpty: false } rows ? await read(plan.Source, rows) : after;
        var edit = await Task.Run(() => Proposer.UsePlan(used, plan, language));
        return document => ReferenceEquals(document.Data.GetValueOrDefault(DataSet.Id), DataSet) ? edit(document) : null;
    }

    /// <summary>The edit that changes the plan which a document has now. A data set that is gone, or reads another file, is left alone.</summary>
    public static Edit Change(ProjectDocument document, DataView seen, Func<DataPlan, DataPlan> change, string language)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(change);
        if (document.Data.GetValueOrDefault(seen.DataSet.Id) is not { } dataSet || dataSet.Source != seen.DataSet.Source)
        {
            return new Batch([]);
        }

        var target = TargetBlock.Find(document, dataSet.Id) is { } block ? TargetBlock.Column(block) : null;
        return Proposer.UsePlan(seen.Inspection, change(DataPlan.Read(dataSet, target, seen.Inspection)), language)(document);
    }
}
