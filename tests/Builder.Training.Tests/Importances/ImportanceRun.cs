using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Runner.Tests.Examples;
using Builder.Training.Evaluation;
using Builder.Training.Importances;
using Builder.Training.Sessions;
using Builder.Training.Tests.Loop;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Importances;

/// <summary>A model whose weights are set by hand, and what matters to it.</summary>
internal sealed class ImportanceRun(ProjectFile project, string csv) : IDisposable
{
    /// <summary>The split in which the column "part" names the part of each row.</summary>
    public const string Given = """{ "kind": "given", "by": "part" }""";

    private readonly LoopRun _run = LoopRun.OfTable(project, csv);

    public TrainingSession Session => _run.Session;

    /// <summary>A linear layer between the inputs and the mean squared error of a number, or cross-entropy.</summary>
    public static ProjectFile Linear(ProjectFile inputs, string target, int outputs, string loss = "MSELoss") => inputs
        .Block("out", "Linear", $$"""{ "out_features": {{outputs}} }""").Block("target", "Target", $$"""{ "columns": ["{{target}}"] }""").Block("loss", loss).Block("sgd", "SGD")
        .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "sgd.loss").Trainer("""{ "epochs": 1, "batch_size": 8, "eval_batch_size": 7 }""");

    /// <summary>Sets the values of a weight, row by row.</summary>
    public void Set(string weight, params double[] values)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var into = Session.Program.Weights.Single(w => w.Name == weight).Tensor;
        into.copy_(tensor(values, dtype: ScalarType.Float64).reshape(into.shape));
    }

    /// <summary>Measures.</summary>
    /// <param name="orders">In each repeat the place of the sample whose value each sample gets; null for the usual ones.</param>
    /// <param name="thresholds">From which probabilities on a class is said.</param>
    /// <param name="seconds">The budget.</param>
    public PermutationImportance Measure(int[][]? orders = null, DecisionThresholds? thresholds = null, double seconds = 60)
    {
        var evaluator = new Evaluator(Session) { Thresholds = thresholds ?? DecisionThresholds.Usual };
        var usual = new ImportanceMeasurement(Session, evaluator, Session.Data.Fitted, TimeSpan.FromSeconds(seconds));
        return (orders is null ? usual : new(Session, evaluator, Session.Data.Fitted, TimeSpan.FromSeconds(seconds))
        {
            Shuffle = (samples, repeat) => [.. orders[repeat % orders.Length].Select(place => samples[place])],
        }).Measure();
    }

    public void Dispose() => _run.Dispose();
}

/// <summary>Looks a column up.</summary>
internal static class ImportanceLookup
{
    public static FeatureImportance Of(this PermutationImportance importance, string column) => importance.Columns.Single(c => c.Columns is [var only] && only == column);
}
