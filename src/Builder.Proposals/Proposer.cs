using System.Collections.Immutable;
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
        SourceInspection inspection, DataPlan plan, string projectFolder, ProjectDocument document, string? language = null, CancellationToken ct = default) =>
        ProposeSize(inspection, plan, projectFolder, document, new(ModelSize.Middle), language, ct);

    /// <summary>Proposes a model of a size that was chosen.</summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="plan">What is to be learned from it.</param>
    /// <param name="projectFolder">The folder that the source's path is relative to.</param>
    /// <param name="document">The document that gets the model; a model that is there is replaced.</param>
    /// <param name="choice">The size, and why it was chosen.</param>
    /// <param name="language">Language of the names and remarks that become part of the document.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="DataException">Nothing can be learned from the plan; the text says why and what to do.</exception>
    public static Proposal ProposeSize(
        SourceInspection inspection, DataPlan plan, string projectFolder, ProjectDocument document, SizeChoice choice, string? language = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(choice);
        var prepared = Prepare(inspection, plan, projectFolder, language, ct);
        return Compose(inspection, plan, prepared, document, language, choice).Proposal;
    }

    /// <summary>
    /// Proposes a model in all its sizes, with short trainings that compare them. Empty where there is no time for that: the data are large, or nobody could tell the
    /// sizes apart by so few validation rows. Reads and prepares the data once.
    /// </summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="plan">What is to be learned from it.</param>
    /// <param name="projectFolder">The folder that the source's path is relative to.</param>
    /// <param name="document">The document that would get the model.</param>
    /// <param name="language">Language of the names and remarks that would become part of the document.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="DataException">Nothing can be learned from the plan; the text says why and what to do.</exception>
    public static ImmutableArray<SizedProposal> ProposeSizes(
        SourceInspection inspection, DataPlan plan, string projectFolder, ProjectDocument document, string? language = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(document);
        var prepared = Prepare(inspection, plan, projectFolder, language, ct);
        if (prepared.EncodedDataset.Task == ProposedTask.RunningText || prepared.Schema.ValidationSamples < SizeLadder.FewestCases)
        {
            return [];
        }

        var sizes = Array.ConvertAll(Enum.GetValues<ModelSize>(), size => (Size: size, Drawn: Compose(inspection, plan, prepared, document, language, new(size))));
        var epochs = sizes.Min(s => s.Drawn.Budget.EpochsIn(SizeLadder.Seconds));
        return epochs < SizeLadder.FewestEpochs ? [] :
        [
            .. sizes.Select(s => new SizedProposal(s.Size, s.Drawn.Proposal, SizeLadder.With(s.Drawn.Proposal.Document, s.Drawn.Budget.Of(epochs)))),
        ];
    }

    private static (Proposal Proposal, TrainingBudget Budget) Compose(
        SourceInspection inspection, DataPlan plan, (EncodedDataset EncodedDataset, DataSetSchema Schema) prepared, ProjectDocument document, string? language, SizeChoice choice)
    {
        var (encoded, schema) = prepared;
        var draft = new NetworkDraft(document, language);
        foreach (var edit in ModelRemoval.Edits(document))
        {
            draft.Do(edit);
        }

        draft.Do(new SetDataSet(plan.DataSetId, encoded.DataSet));
        var site = new ProposalContext(encoded, schema, draft.Document.Data.Count > 1)
        {
            Weights = ClassWeights.Of(inspection.Table, encoded.DataSet, encoded.Target),
            Size = choice.Size,
        };
        var network = Draw(draft, site);
        draft.FoldRows();
        var reasons = Explanation.Of(inspection, plan, site, network, choice.Why);
        foreach (var note in Explanation.Notes(reasons))
        {
            draft.Do(new SetNote(note.Id, note));
        }

        return (new Proposal(encoded.Task, draft.Edit, draft.Document, schema, reasons), network.Budget);
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
