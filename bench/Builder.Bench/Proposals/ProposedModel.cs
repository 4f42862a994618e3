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
    private readonly string _folder;
    private readonly Proposal _proposal;

    /// <summary>Reads the table and proposes.</summary>
    /// <exception cref="Builder.Datasets.DataException">Nothing can be learned from it.</exception>
    public ProposedModel(BenchTable table, string folder)
    {
        _folder = folder;
        Inspection = SourceInspection.Of(table.Source, folder);
        _proposal = Proposer.Propose(Inspection, table.Plan(Inspection), folder, ProjectDocument.Create("bench"));
        Data = DataPreparation.Prepare(DataSet, folder);
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
        return new(result.Test[Metric.Id], result.Seconds, result.Epochs, weights);
    }
}

/// <summary>What came out of one training.</summary>
/// <param name="Score">On the test rows.</param>
/// <param name="Seconds">How long it trained.</param>
/// <param name="Epochs">Epochs done.</param>
/// <param name="Weights">Trainable values.</param>
internal sealed record ProposedScore(double Score, double Seconds, long Epochs, long Weights);
