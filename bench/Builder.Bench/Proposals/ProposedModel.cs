using System.Collections.Immutable;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Files;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Metrics;
using Builder.Proposals;
using Builder.Training.Loop;
using Builder.Training.Runs;

namespace Builder.Bench.Proposals;

/// <summary>The model that is proposed for a table, and how well it does from different random starts.</summary>
internal sealed class ProposedModel
{
    private const string Name = "bench";

    private readonly string _folder;
    private readonly DataPlan _plan;
    private readonly Proposal _proposal;

    /// <summary>Reads the table and proposes.</summary>
    /// <exception cref="Builder.Datasets.DataException">Nothing can be learned from it.</exception>
    public ProposedModel(BenchTable table, string folder)
    {
        _folder = folder;
        Inspection = SourceInspection.Of(table.Source, folder);
        _plan = table.Plan(Inspection);
        _proposal = Proposer.Propose(Inspection, _plan, folder, ProjectDocument.Create(Name));
        Data = DataPreparation.Prepare(DataSet, folder);
    }

    private ProposedModel(ProposedModel other, ModelSize size)
    {
        (_folder, _plan, Inspection, Data) = (other._folder, other._plan, other.Inspection, other.Data);
        _proposal = Proposer.ProposeSize(Inspection, _plan, _folder, ProjectDocument.Create(Name), new(size));
    }

    /// <summary>What the source holds.</summary>
    public SourceInspection Inspection { get; }

    /// <summary>The rows as the model reads them, with their parts.</summary>
    public PreparedData Data { get; }

    /// <summary>The kind of question.</summary>
    public ProposedTask Task => _proposal.Task;

    /// <summary>The data set as it is proposed.</summary>
    public DataSet DataSet => _proposal.Document.Data["data"];

    /// <summary>The column that is learned.</summary>
    public string Target => TargetBlock.Column(TargetBlock.Find(_proposal.Document, "data")!)!;

    /// <summary>Number of classes; 0 for numbers.</summary>
    public long Classes => Data.Schema.Find(Target)?.Classes ?? 0;

    /// <summary>The score that is compared: accuracy, or R² for numbers.</summary>
    public MetricDefinition Metric => Task switch
    {
        ProposedTask.Classes or ProposedTask.PictureClasses => MetricCatalog.Accuracy,
        ProposedTask.Labels => MetricCatalog.MacroF1,
        _ => MetricCatalog.R2,
    };

    /// <summary>The same model in another size.</summary>
    public ProposedModel In(ModelSize size) => new(this, size);

    /// <summary>The size that short trainings choose on the validation rows, as while a person reads; null where there is no time for them.</summary>
    public ModelSize? ChooseSize(int threads)
    {
        var sizes = Proposer.ProposeSizes(Inspection, _plan, _folder, ProjectDocument.Create(Name));
        if (sizes.IsEmpty)
        {
            return null;
        }

        var (trials, cases) = (SizeLadder.Trials(sizes, ModelSize.Middle), 0L);
        var scores = ImmutableArray.CreateBuilder<SizeScore>();
        TrialRun.Execute(new TrialRequest
        {
            Documents = [.. trials.Select(trial => trial.Document)], ProjectFolder = _folder, Threads = threads,
            Observer = done =>
            {
                cases = done.ValidationSamples;
                scores.Add(new(trials[done.Number].Size, trials[done.Number].Seed, done.Validation.TryGetValue(Metric.Id, out var score) ? score : null, done.Parameters, done.Seconds));
            },
        });
        return SizeComparison.Of(scores.ToImmutable(), ModelSize.Middle, Metric, cases)?.Best;
    }

    /// <summary>Trains from one random start and scores the test rows.</summary>
    public ProposedScore Train(long seed, int threads, string runFolder)
    {
        var trainer = _proposal.Document.Blocks.Values.First(b => b.Kind == "Trainer");
        var weights = 0L;
        var result = TrainingRun.Execute(new RunRequest
        {
            Document = _proposal.Document with
            {
                Blocks = _proposal.Document.Blocks.SetItem(trainer.Id, trainer with { Parameters = trainer.Parameters.SetItem("seed", seed) }),
            },
            ProjectFolder = _folder,
            Folder = new RunFolder(runFolder),
            Device = DeviceChoice.Cpu,
            Threads = threads,
            Observer = happened => weights = happened is RunStarted started ? started.Parameters : weights,
        });
        // Thresholds that find more of a rare class cost accuracy; the peers have none.
        var (test, validation) = result.Usual is { } usual ? (usual.Test, usual.Validation) : (result.Test, result.Validation);
        return new(test[Metric.Id], validation.GetValueOrDefault(Metric.Id), result.Seconds, result.Epochs, weights);
    }
}

/// <summary>What came out of one training.</summary>
/// <param name="Score">On the test rows.</param>
/// <param name="Validated">On the validation rows.</param>
/// <param name="Seconds">How long it trained.</param>
/// <param name="Epochs">Epochs done.</param>
/// <param name="Weights">Trainable values.</param>
internal sealed record ProposedScore(double Score, double Validated, double Seconds, long Epochs, long Weights);
