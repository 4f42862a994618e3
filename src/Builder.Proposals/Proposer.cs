using Builder.Datasets;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals.Columns;
using Builder.Proposals.Networks;

namespace Builder.Proposals;

/// <summary>Proposes a model for data: task, encodings, network, loss, optimizer and training plan, with reasons in plain words.</summary>
public static class Proposer
{
    /// <summary>How the ids of the remarks begin that explain a proposal on the canvas.</summary>
    public const string NotePrefix = "why-";

    /// <summary>Proposes a model. Reads and prepares the data, so it can take seconds: never call it where somebody waits for an answer.</summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="plan">What is to be learned from it.</param>
    /// <param name="projectFolder">The folder that the source's path is relative to.</param>
    /// <param name="document">The document that gets the model; a model that is there is replaced.</param>
    /// <param name="language">Language of the names and remarks that become part of the document.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="DataException">Nothing can be learned from the plan; the text says why and what to do.</exception>
    public static Proposal Propose(
        SourceInspection inspection, DataPlan plan, string projectFolder, ProjectDocument document, string? language = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(document);
        var (encoded, schema) = Prepare(inspection, plan, projectFolder, language, ct);
        var draft = new NetworkDraft(document, language);
        foreach (var edit in ModelRemoval.Edits(document))
        {
            draft.Do(edit);
        }

        draft.Do(new SetDataSet(plan.DataSetId, encoded.DataSet));
        var site = new ProposalContext(encoded, schema, draft.Document.Data.Count > 1)
        {
            Weights = ClassWeights.Of(inspection.Table, encoded.DataSet, encoded.Target),
        };
        var network = Draw(draft, site);
        draft.FoldRows();
        var reasons = Explanation.Of(inspection, plan, site, network);
        foreach (var note in Explanation.Notes(reasons))
        {
            draft.Do(new SetNote(note.Id, note));
        }

        return new Proposal(encoded.Task, draft.Edit, draft.Document, schema, reasons);
    }

    /// <summary>
    /// Lets documents use a plan without touching their model: the data set, and the target where there is one. A later proposal, or the
    /// person, draws the rest. Looks through the rows here, so that the edit itself is quickly made.
    /// </summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="plan">What is to be learned from it.</param>
    /// <param name="language">Language of names that become part of the document.</param>
    public static Func<ProjectDocument, Edit> UsePlan(SourceInspection inspection, DataPlan plan, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(plan);
        return PlanUse.Of(inspection.AsMeant(plan.Changes), plan, language);
    }

    /// <summary>The series that the rows make under a plan; null where each row stands for itself.</summary>
    public static SeriesShape? SeriesOf(SourceInspection inspection, DataPlan plan)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(plan);
        return SeriesOrder.Find(inspection, plan) is { } order ? new SeriesShape(order.By, order.GroupBy, order.Window) : null;
    }

    /// <summary>A series is tried first; where its rows are too few for windows, each row stands for itself.</summary>
    private static (EncodedDataset EncodedDataset, DataSetSchema Schema) Prepare(
        SourceInspection inspection, DataPlan plan, string projectFolder, string? language, CancellationToken ct)
    {
        if (SeriesOrder.Find(inspection, plan) is { } order)
        {
            try
            {
                return Checked(PlanEncoding.Encode(inspection, plan, language, order), projectFolder, ct);
            }
            catch (DataException)
            {
                // The plain way below either works or says in words what is wrong with the data themselves.
            }
        }

        return Checked(PlanEncoding.Encode(inspection, plan, language, null), projectFolder, ct);
    }

    private static (EncodedDataset EncodedDataset, DataSetSchema Schema) Checked(EncodedDataset encoded, string projectFolder, CancellationToken ct)
    {
        var prepared = DataPreparation.Try(encoded.DataSet, projectFolder, [encoded.Target], ct);
        prepared.CheckTarget(encoded.Target);
        return (encoded, prepared.Schema);
    }

    private static NetworkRationale Draw(NetworkDraft draft, ProposalContext site) => site.EncodedDataset.Task switch
    {
        _ when site.EncodedDataset.Picture is not null => PictureNetwork.Draw(draft, site),
        ProposedTask.RunningText => TextNetwork.Draw(draft, site),
        ProposedTask.Forecast => SeriesNetwork.Draw(draft, site),
        _ => TableNetwork.Draw(draft, site),
    };
}
