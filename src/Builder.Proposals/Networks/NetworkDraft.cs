using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Layout;
using Builder.Graph.Presets;

namespace Builder.Proposals.Networks;

/// <summary>Draws blocks into a document and remembers the edits that do so.</summary>
/// <param name="document">The document before.</param>
/// <param name="language">Language of the names that become part of the document.</param>
internal sealed class NetworkDraft(ProjectDocument document, string? language)
{
    private readonly ImmutableArray<Edit>.Builder _edits = ImmutableArray.CreateBuilder<Edit>();

    /// <summary>The document with everything drawn so far.</summary>
    public ProjectDocument Document { get; private set; } = document;

    /// <summary>All edits so far as one.</summary>
    public Batch Edit => new(_edits.ToImmutable());

    /// <summary>Carries an edit out.</summary>
    /// <exception cref="InvalidOperationException">The document refuses it.</exception>
    public void Do(Edit edit)
    {
        var result = DocumentEditor.Apply(Document, edit);
        Document = result.Succeeded ? result.Document : throw new InvalidOperationException(result.Problem.Message.Words.En);
        _edits.Add(edit);
    }

    /// <summary>Adds a block at a place of the grid and gives its id.</summary>
    public string Add(string kind, string id, double column, double row, params ReadOnlySpan<(string Name, ParameterValue Value)> parameters)
    {
        var values = Block.NoParameters;
        foreach (var (name, value) in parameters)
        {
            values = values.SetItem(name, value);
        }

        var fresh = Ids.Fresh(id, Document.Blocks.ContainsKey);
        Do(new AddBlock(new Block { Id = fresh, Kind = kind, Position = Place(column, row), Parameters = values }));
        return fresh;
    }

    /// <summary>Adds a ready-made group and gives the id of its use.</summary>
    public string AddPreset(string preset, double column, double row, params ReadOnlySpan<(string Name, ParameterValue Value)> parameters)
    {
        var values = new Dictionary<string, ParameterValue>();
        foreach (var (name, value) in parameters)
        {
            values[name] = value;
        }

        var addition = PresetCatalog.Get(preset).AddTo(Document, Place(column, row), values, language: language);
        Do(addition.Edit);
        return addition.Use;
    }

    /// <summary>Draws a wire.</summary>
    public void Link(string from, string to, string port = "input", string output = "output", int slot = 0) =>
        Do(new Connect(new Link(new PortRef(from, output), new PortRef(to, port), slot)));

    /// <summary>Breaks the main canvas into rows where it is too long to be seen at once.</summary>
    public void FoldRows()
    {
        if (RowFolding.Fold(Document) is { IsEmpty: false } places)
        {
            Do(new MoveBlocks(places));
        }
    }

    private static Position Place(double column, double row) => new(column * Spacing.Across, row * Spacing.Down);
}

/// <summary>What follows every network: target, loss, scores, optimizer and training plan.</summary>
internal static class OutputHead
{
    /// <summary>Draws it.</summary>
    /// <param name="draft">What is drawn into.</param>
    /// <param name="end">The chain whose last block gives the prediction.</param>
    /// <param name="site">What is known of task and data.</param>
    /// <param name="how">Loss, scores and optimizer.</param>
    /// <param name="budget">How long.</param>
    public static void Draw(NetworkDraft draft, Chain end, ProposalContext site, LossSetup how, TrainingBudget budget)
    {
        var column = end.Column;
        var below = site.Rows;
        var target = draft.Add("Target", "target", column, below, [("columns", ParameterValue.Of(site.EncodedDataset.Target)), .. site.Data]);
        var loss = draft.Add(how.Loss, "loss", column + 1, 0, how.LossParameters);
        draft.Link(end.Last, loss);
        draft.Link(target, loss, "target");
        var scores = draft.Add(how.Scores, "scores", column + 1, below);
        draft.Link(end.Last, scores);
        draft.Link(target, scores, "target");
        var optimizer = draft.Add("AdamW", "optimizer", column + 2, 0, how.OptimizerParameters);
        draft.Link(loss, optimizer, "loss");
        var schedule = draft.Add(how.Schedule, "schedule", column + 1, -1, how.ScheduleParameters);
        draft.Link(schedule, optimizer, "schedule", "schedule");
        draft.Add("Trainer", "trainer", column + 2, below,
            ("epochs", budget.Epochs), ("batch_size", budget.Batch), ("early_stopping", budget.Patience), ("seed", 1L));
    }
}

/// <summary>Loss, scores and optimizer of a network.</summary>
internal sealed record LossSetup(string Loss, string Scores, double LearningRate)
{
    /// <summary>Parameters of the loss.</summary>
    public (string Name, ParameterValue Value)[] LossParameters { get; init; } = [];

    /// <summary>Kind of the learning-rate schedule.</summary>
    public string Schedule { get; init; } = "CosineAnnealingLR";

    /// <summary>Parameters of the schedule.</summary>
    public (string Name, ParameterValue Value)[] ScheduleParameters { get; init; } = [];

    /// <summary>Longest allowed gradient; 0 for any.</summary>
    public double Clip { get; init; }

    /// <summary>How strongly weights are pulled to zero; null for AdamW's own.</summary>
    public double? WeightDecay { get; init; }

    /// <summary>Parameters of the optimizer.</summary>
    public (string Name, ParameterValue Value)[] OptimizerParameters =>
    [
        ("lr", LearningRate),
        .. Clip > 0 ? [("clip_grad_norm", Clip)] : Array.Empty<(string, ParameterValue)>(),
        .. WeightDecay is { } decay ? [("weight_decay", decay)] : Array.Empty<(string, ParameterValue)>(),
    ];
}
